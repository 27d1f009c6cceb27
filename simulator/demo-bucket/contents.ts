import { gzipSync } from 'node:zlib'
import { isoImage } from './iso-image.ts'
import { tar } from './tar.ts'

const GB = 2 ** 30

/** Content of a demo object: `copy` unpacks a file of simulator/demo-images, a hole follows up to `size` bytes. */
export type Content = {
  copies: readonly string[]
  bytes: (copy: (name: string) => Buffer) => Buffer
  size?: number
}

const copyOf = (name: string, size?: number): Content => ({
  copies: [name],
  bytes: (copy) => copy(name),
  ...(size === undefined ? {} : { size }),
})
const text = (content: string): Content => ({ copies: [], bytes: () => Buffer.from(content) })

const iso: Content = { copies: [], bytes: () => isoImage('CENTOS_7_DEMO') }
const compressed: Content = {
  copies: ['data-volume.qcow2'],
  bytes: (copy) => gzipSync(copy('data-volume.qcow2')),
}

const DESCRIPTOR = `# Disk DescriptorFile
version=1
CID=fffffffe
parentCID=ffffffff
createType="monolithicFlat"

RW 83886080 FLAT "server-flat.vmdk" 0

ddb.adapterType = "lsilogic"
`

const OVF = `<?xml version="1.0"?>
<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1">
  <References><File ovf:id="file1" ovf:href="appliance-disk1.vmdk"/></References>
  <DiskSection><Info>Disks</Info><Disk ovf:diskId="disk1" ovf:fileRef="file1" ovf:capacity="30" ovf:capacityAllocationUnits="byte * 2^30"/></DiskSection>
</Envelope>
`

/** Every demo object, by bucket and key. What each is for stands in docs/simulator.md. */
export const DEMO_BUCKETS: Record<string, Record<string, Content>> = {
  'ims-image': {
    'centos70.qcow2': copyOf('centos70.qcow2'),
    'debian-12-uefi.qcow2': copyOf('debian-12-uefi.qcow2'),
    'data-volume.qcow2': copyOf('data-volume.qcow2'),
    'installer.iso': iso,
    'build-4412/debian-10-postgres.vhd': copyOf('debian-10-postgres.vhd'),
    'build-4412/ubuntu-18.04-web.vmdk': copyOf('ubuntu-18.04-web.vmdk'),
    'fast/system.raw': copyOf('raw-head', 10 * GB),
    'fast/system.mf': text('Bitmap of system.raw; a stand-in for what the CreateMF tool makes.\n'),
    'faulty/virtual-size-80-gb.qcow2': copyOf('virtual-size-80-gb.qcow2'),
    'faulty/larger-than-1024-gb.qcow2': copyOf('larger-than-1024-gb.qcow2'),
    'faulty/larger-than-128-gb.raw': copyOf('raw-head', 129 * GB),
    'faulty/not-a-disk.qcow2': text('This is a note about a disk image, not a disk image.\n'.repeat(40)),
    'faulty/empty.qcow2': text(''),
    'faulty/compressed.qcow2.gz': compressed,
    'faulty/compressed-inside.qcow2': compressed,
    'faulty/appliance.ova': {
      copies: ['ubuntu-18.04-web.vmdk'],
      bytes: (copy) =>
        tar([
          { name: 'appliance.ovf', content: Buffer.from(OVF) },
          { name: 'appliance-disk1.vmdk', content: copy('ubuntu-18.04-web.vmdk') },
        ]),
    },
    'faulty/backing-file.qcow2': copyOf('backing-file.qcow2'),
    'faulty/encrypted.qcow2': copyOf('encrypted.qcow2'),
    'faulty/cut-short.qcow2': copyOf('cut-short.qcow2'),
    'faulty/iso-named.qcow2': iso,
    'faulty/descriptor-only.vmdk': text(DESCRIPTOR),
    'faulty/no-bitmap.raw': copyOf('raw-head', 10 * GB),
  },
  'archive-nl': { 'old-server.qcow2': copyOf('data-volume.qcow2') },
  'not-yours': { 'secret.qcow2': copyOf('data-volume.qcow2') },
}
