/** Whole files with one fault put into them: each must be told, and told as what it is. */
import { expect, test } from 'vitest'
import { crc32c } from '../checksums.ts'
import type { Format } from '../inspection.ts'
import { look, sample, told } from '../sample-files.fixture.ts'

type Fault = {
  of: string
  what: string
  /** Changes the bytes in place, or gives others. */
  change: (bytes: Buffer) => Buffer | undefined
  told: string
  /** Null where the header is not believed. */
  sizeBytes: number | null
  format?: Format
}

const MIB = 1024 * 1024
const QCOW2 = 'qcow2-uefi.qcow2'
const VHD = 'vhd-dynamic.vhd'

/** Runs the change; what it gives back is of no interest. */
const put =
  (change: (bytes: Buffer) => unknown) =>
  (bytes: Buffer): undefined => {
    change(bytes)
  }

function withVhdChecksum(bytes: Buffer, footerAt: number) {
  bytes.writeUInt32BE(0, footerAt + 64)
  const sum = bytes.subarray(footerAt, footerAt + 512).reduce((total, byte) => total + byte, 0)
  bytes.writeUInt32BE(~sum >>> 0, footerAt + 64)
}

/** A fixed VHD of 1 MiB: its data, and the footer of a dynamic one turned into its own. */
function fixedVhd(change: (footer: Buffer) => unknown = () => undefined): Buffer {
  const footer = Buffer.from(sample(VHD).subarray(-512))
  footer.writeUInt32BE(2, 60)
  footer.fill(0xff, 16, 24)
  footer.writeBigUInt64BE(BigInt(MIB), 48)
  footer.writeUInt16BE(0, 56)
  change(footer)
  withVhdChecksum(footer, 0)
  return Buffer.concat([Buffer.alloc(MIB), footer])
}

const vhdxHeaders = (change: (header: Buffer) => unknown) =>
  put((bytes) => {
    for (const at of [64 * 1024, 128 * 1024]) {
      const header = bytes.subarray(at, at + 4096)
      change(header)
      header.writeUInt32LE(crc32c(header, 4), 4)
    }
  })

const faults: Fault[] = [
  {
    of: QCOW2,
    what: 'is cut inside its header',
    change: (b) => b.subarray(0, 60),
    told: 'blocks truncated',
    sizeBytes: null,
  },
  {
    of: QCOW2,
    what: 'is cut inside its first cluster',
    change: (b) => b.subarray(0, 5 * 65_536 + 100),
    told: 'blocks truncated',
    sizeBytes: 24 * MIB,
  },
  {
    of: QCOW2,
    what: 'lost its last cluster',
    change: (b) => b.subarray(0, b.length - 65_536),
    told: 'blocks truncated',
    sizeBytes: 24 * MIB,
  },
  {
    of: QCOW2,
    what: 'is dirty',
    change: put((b) => b.writeUInt8(1, 79)),
    told: 'warns dirty',
    sizeBytes: 24 * MIB,
  },
  {
    of: QCOW2,
    what: 'is marked corrupt',
    change: put((b) => b.writeUInt8(2, 79)),
    told: 'blocks corrupt',
    sizeBytes: 24 * MIB,
  },
  {
    of: QCOW2,
    what: 'has an unknown feature',
    change: put((b) => b.writeUInt8(0x40, 72)),
    told: 'blocks unknown-feature',
    sizeBytes: 24 * MIB,
  },
  {
    of: QCOW2,
    what: 'is of a version to come',
    change: put((b) => b.writeUInt32BE(4, 4)),
    told: 'blocks unknown-feature',
    sizeBytes: null,
  },
  {
    of: QCOW2,
    what: 'asks for a table of 32 GiB',
    change: put((b) => b.writeUInt32BE(0xffffffff, 36)),
    told: 'blocks malformed',
    sizeBytes: null,
  },
  {
    of: QCOW2,
    what: 'has its first table past the end',
    change: put((b) => b.writeBigUInt64BE(0x00ffffffffff0000n, 40)),
    told: 'blocks truncated',
    sizeBytes: 24 * MIB,
  },
  {
    of: QCOW2,
    what: 'claims 2^64-1 bytes',
    change: put((b) => b.writeBigUInt64BE(0xffffffffffffffffn, 24)),
    told: 'blocks malformed',
    sizeBytes: null,
  },
  {
    of: QCOW2,
    what: 'has clusters of 2^63 bytes',
    change: put((b) => b.writeUInt32BE(63, 20)),
    told: 'blocks malformed',
    sizeBytes: null,
  },
  {
    of: QCOW2,
    what: 'has a table that is its own entry',
    change: put((b) =>
      b.writeBigUInt64BE((1n << 63n) | b.readBigUInt64BE(40), Number(b.readBigUInt64BE(40))),
    ),
    told: 'blocks malformed',
    sizeBytes: 24 * MIB,
  },
  {
    of: QCOW2,
    what: 'is encrypted',
    change: put((b) => b.writeUInt32BE(2, 32)),
    told: 'blocks encrypted',
    sizeBytes: 24 * MIB,
  },
  {
    of: QCOW2,
    what: 'names a compression and does not use it',
    change: put((b) => b.writeUInt8(1, 104)),
    told: 'blocks malformed',
    sizeBytes: 24 * MIB,
  },
  {
    of: 'vmdk-stream-footer.vmdk',
    what: 'lost its footer',
    change: (b) => b.subarray(0, -1024),
    told: 'blocks truncated',
    sizeBytes: 24 * MIB,
  },
  {
    of: 'vmdk-sparse.vmdk',
    what: 'was sent as text',
    change: put((b) => b.write('\n \n\n', 73, 'latin1')),
    told: 'blocks corrupt',
    sizeBytes: 24 * MIB,
  },
  {
    of: 'vmdk-sparse.vmdk',
    what: 'has grains of 0 sectors',
    change: put((b) => b.writeBigUInt64LE(0n, 20)),
    told: 'blocks malformed',
    sizeBytes: null,
  },
  {
    of: 'vmdk-sparse.vmdk',
    what: 'is cut in half',
    change: (b) => b.subarray(0, b.length / 2),
    told: 'blocks truncated',
    sizeBytes: 24 * MIB,
  },
  {
    of: 'vmdk-sparse.vmdk',
    what: 'gives two sizes',
    change: put((b) => b.write('RW 49153', b.indexOf('RW 49152'), 'latin1')),
    told: 'warns vmdk-sizes-differ',
    sizeBytes: 24 * MIB + 512,
  },
  {
    of: VHD,
    what: 'lost its footer',
    change: (b) => b.subarray(0, -512),
    told: 'blocks footer-missing',
    sizeBytes: 16 * MIB,
  },
  {
    of: VHD,
    what: 'has a wrong checksum',
    change: put((b) => b.writeUInt8(0xff, b.length - 482)),
    told: 'blocks checksum-bad',
    sizeBytes: 16 * MIB,
  },
  {
    of: VHD,
    what: 'is fixed and whole',
    change: () => fixedVhd(),
    told: 'unknown architecture-unknown',
    sizeBytes: MIB,
  },
  {
    of: VHD,
    what: 'is fixed and lacks a sector',
    change: () => Buffer.concat([Buffer.alloc(MIB - 512), fixedVhd().subarray(-512)]),
    told: 'blocks truncated',
    sizeBytes: MIB,
  },
  // Virtual PC's rule: of 1 MiB by its size field, 2 heads of 16 cylinders with 63 sectors make 1 032 192 bytes.
  {
    of: VHD,
    what: 'gives two sizes',
    change: () =>
      fixedVhd((footer) => footer.write('vpc \0\0\0\0', 28, 'latin1') && footer.set([0, 16, 2, 63], 56)),
    told: 'warns vhd-size-ambiguous',
    sizeBytes: 16 * 2 * 63 * 512,
  },
  {
    of: VHD,
    what: 'has the same two sizes from Hyper-V, which means the field',
    change: () => fixedVhd((footer) => footer.write('win ', 28, 'latin1') && footer.set([0, 16, 2, 63], 56)),
    told: 'informs vhd-size-ambiguous',
    sizeBytes: MIB,
  },
  {
    of: 'vhdx-uefi.vhdx',
    what: 'has a log to replay',
    change: vhdxHeaders((header) => header.fill(7, 48, 64)),
    told: 'warns dirty',
    sizeBytes: 24 * MIB,
  },
  {
    of: 'vhdx-uefi.vhdx',
    what: 'has no header with its checksum',
    change: put((b) => b.fill(9, 65_600, 65_700) && b.fill(9, 131_200, 131_300)),
    told: 'blocks checksum-bad',
    sizeBytes: 24 * MIB,
  },
  {
    of: 'vhdx-uefi.vhdx',
    what: 'has a parent',
    change: put((b) => b.writeUInt8(2, parametersOf(b) + 4)),
    told: 'blocks differencing',
    sizeBytes: 24 * MIB,
  },
  {
    of: 'vhdx-uefi.vhdx',
    what: 'has blocks of no power of two',
    change: put((b) => b.writeUInt32LE(3 * MIB, parametersOf(b))),
    told: 'blocks malformed',
    sizeBytes: null,
  },
  {
    of: 'vhdx-uefi.vhdx',
    what: 'is cut before its data',
    change: (b) => b.subarray(0, 4 * MIB),
    told: 'blocks truncated',
    sizeBytes: 24 * MIB,
  },
  {
    of: 'vdi-dynamic.vdi',
    what: 'is of the differencing type',
    change: put((b) => b.writeUInt32LE(4, 0x4c)),
    told: 'blocks differencing',
    sizeBytes: 24 * MIB,
  },
  {
    of: 'vdi-dynamic.vdi',
    what: 'names a parent',
    change: put((b) => b.fill(5, 0x1b8, 0x1c8)),
    told: 'blocks differencing',
    sizeBytes: 24 * MIB,
  },
  {
    of: 'vdi-dynamic.vdi',
    what: 'lost its last block',
    change: (b) => b.subarray(0, -MIB),
    told: 'blocks truncated',
    sizeBytes: 24 * MIB,
  },
  {
    of: 'qed-uefi.qed',
    what: 'wants a check',
    change: put((b) => b.writeUInt8(2, 16)),
    told: 'warns dirty',
    sizeBytes: 24 * MIB,
  },
  {
    of: 'qed-uefi.qed',
    what: 'has clusters of 3 bytes',
    change: put((b) => b.writeUInt32LE(3, 4)),
    told: 'blocks malformed',
    sizeBytes: null,
  },
  {
    of: 'iso-hybrid.iso',
    what: 'is cut in half',
    change: (b) => b.subarray(0, b.length / 2),
    told: 'blocks truncated',
    sizeBytes: 2_287_616,
  },
]

/** Where the VHDX's file parameters lie: the item's offset stands behind its GUID. */
function parametersOf(bytes: Buffer): number {
  const metadata = bytes.indexOf('metadata', 256 * 1024)
  const entry = bytes.indexOf(Buffer.from('3767a1ca36fa434db3b633f0aa44e76b', 'hex'), metadata)
  return metadata + bytes.readUInt32LE(entry + 16)
}

test.each(faults)('$of that $what: $told', async ({ of, change, told: expected, sizeBytes, format }) => {
  const bytes = sample(of)
  const inspection = await look(change(bytes) ?? bytes)
  expect(told(inspection)).toContain(expected)
  expect(inspection.virtualSizeBytes).toBe(sizeBytes)
  expect(inspection.format).toBe(format ?? of.split('.').at(-1))
})

test('the minimum disk holds the larger of two sizes', async () => {
  const bytes = fixedVhd(
    (footer) =>
      footer.writeBigUInt64BE(BigInt(3 * 1024 * MIB) + 1n, 48) &&
      footer.write('vpc ', 28, 'latin1') &&
      footer.set([0, 16, 2, 63], 56),
  )
  expect(await look(bytes)).toMatchObject({ virtualSizeBytes: 1_032_192, minDiskGb: 4 })
})
