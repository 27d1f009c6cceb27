/**
 * Makes the small compressed copies in simulator/demo-images that the demo buckets are unpacked from. Run by
 * hand after a change here: `node simulator/demo-bucket/make-copies.ts`. Needs qemu-img and mke2fs, which the
 * simulator itself does not.
 */
import { execFileSync } from 'node:child_process'
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { EFI_PARTITION_BYTES, efiPartition } from './efi-partition.ts'
import { COPIES_FOLDER } from './fill.ts'
import { EFI_SYSTEM, FIRST_PARTITION_AT, gpt, LINUX_ROOT_X64, mbr, type Piece } from './partition-tables.ts'

const GB = 2 ** 30
const folder = mkdtempSync(join(tmpdir(), 'demo-images-'))
const path = (name: string) => join(folder, name)
const qemu = (...args: string[]) => execFileSync('qemu-img', args)

/** A sparse raw disk of so many bytes with the pieces at their places. */
function disk(name: string, bytes: number, pieces: readonly Piece[]): string {
  const file = openSync(path(name), 'w')
  ftruncateSync(file, bytes)
  for (const piece of pieces) writeSync(file, piece.bytes, 0, piece.bytes.length, piece.at)
  closeSync(file)
  return path(name)
}

/** A real, empty ext4 with no journal (smaller), the same at every run. Sizes and places in bytes. */
function ext4(file: string, at: number, bytes: number, label: string, mountedAt: string): void {
  const id = '5b1d3c2a-0f4e-4c8b-9a7d-6e5f4a3b2c1d'
  const extended = `offset=${at},lazy_itable_init=1,nodiscard,hash_seed=${id}`
  execFileSync(
    'mke2fs',
    ['-q', '-F', '-t', 'ext4', '-b', '4096', '-N', '4096', '-L', label, '-M', mountedAt, '-U', id]
      .concat('-O', '^has_journal,^resize_inode,sparse_super2', '-E', extended, file)
      .concat(`${Math.floor(bytes / 1024)}k`),
    { env: { ...process.env, E2FSPROGS_FAKE_TIME: '1772438400' } },
  )
}

function keep(name: string, content = readFileSync(path(name))): void {
  writeFileSync(join(COPIES_FOLDER, `${name}.gz`), gzipSync(content, { level: 9 }))
}

function biosDisk(name: string, bytes: number): string {
  const raw = disk(name, bytes, mbr(bytes))
  ext4(raw, FIRST_PARTITION_AT, bytes - FIRST_PARTITION_AT, 'root', '/')
  return raw
}

const centos = biosDisk('centos70.raw', 40 * GB)
qemu('convert', '-f', 'raw', '-O', 'qcow2', centos, path('centos70.qcow2'))
keep('centos70.qcow2')
keep('cut-short.qcow2', readFileSync(path('centos70.qcow2')).subarray(0, 700_000))

const postgres = biosDisk('postgres.raw', 40 * GB)
qemu('convert', '-f', 'raw', '-O', 'vpc', postgres, path('debian-10-postgres.vhd'))
keep('debian-10-postgres.vhd')

const web = biosDisk('web.raw', 30 * GB)
qemu(
  'convert',
  '-f',
  'raw',
  '-O',
  'vmdk',
  '-o',
  'subformat=streamOptimized',
  web,
  path('ubuntu-18.04-web.vmdk'),
)
keep('ubuntu-18.04-web.vmdk')

const large = biosDisk('large.raw', 80 * GB)
qemu('convert', '-f', 'raw', '-O', 'qcow2', large, path('virtual-size-80-gb.qcow2'))
keep('virtual-size-80-gb.qcow2')

const rootAt = FIRST_PARTITION_AT + EFI_PARTITION_BYTES
const uefiBytes = 20 * GB
const rootBytes = uefiBytes - rootAt - FIRST_PARTITION_AT
const uefi = disk('uefi.raw', uefiBytes, [
  ...gpt(uefiBytes, '0d4f7c1e-52b6-4b0a-8a55-1c9a3f0e7d21', [
    {
      type: EFI_SYSTEM,
      id: '6f1f3a52-33a7-4a64-9d0e-2f2f5b6a7c11',
      at: FIRST_PARTITION_AT,
      bytes: EFI_PARTITION_BYTES,
      name: 'EFI System Partition',
    },
    {
      type: LINUX_ROOT_X64,
      id: '8c2b9e40-7c55-4d3e-b1f3-90a1b2c3d4e5',
      at: rootAt,
      bytes: rootBytes,
      name: 'root',
    },
  ]),
  { at: FIRST_PARTITION_AT, bytes: efiPartition() },
])
ext4(uefi, rootAt, rootBytes, 'root', '/')
qemu('convert', '-f', 'raw', '-O', 'qcow2', uefi, path('debian-12-uefi.qcow2'))
keep('debian-12-uefi.qcow2')

const data = disk('data.raw', 20 * GB, [])
ext4(data, 0, 20 * GB, 'pgdata', '/srv/data')
qemu('convert', '-f', 'raw', '-O', 'qcow2', data, path('data-volume.qcow2'))
keep('data-volume.qcow2')

qemu('create', '-f', 'qcow2', path('larger-than-1024-gb.qcow2'), '2T')
keep('larger-than-1024-gb.qcow2')
qemu(
  'create',
  '-f',
  'qcow2',
  '-u',
  '-b',
  'golden-base.qcow2',
  '-F',
  'qcow2',
  path('backing-file.qcow2'),
  '40G',
)
keep('backing-file.qcow2')
// The old AES method: its header holds no key material, so the copy stays small.
const secret = ['--object', 'secret,id=key,data=demo-password']
const cipher = ['-o', 'encrypt.format=aes,encrypt.key-secret=key']
qemu('create', ...secret, '-f', 'qcow2', ...cipher, path('encrypted.qcow2'), '40G')
keep('encrypted.qcow2')

// Head of a raw disk; the rest is a hole that the unpacking makes.
keep('raw-head', readFileSync(disk('raw-head', 8 * 1024 * 1024, mbr(10 * GB))))

rmSync(folder, { recursive: true })
