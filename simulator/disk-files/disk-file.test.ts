import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { inspectFile } from '../ims/file-check.ts'
import { type DiskFileFormat, diskFile } from './disk-file.ts'

const GB = 2 ** 30
const folder = mkdtempSync(join(tmpdir(), 'disk-file-'))
afterAll(() => rmSync(folder, { recursive: true }))

const formats = ['qcow2', 'vmdk', 'vhd'] as const
const kinds = ['bios', 'uefi', 'data'] as const
const cases = formats.flatMap((format) =>
  kinds.flatMap((kind) => [1, 40, 129, 1024].map((size) => [format, kind, size] as const)),
)
const written = (format: DiskFileFormat, kind: (typeof kinds)[number], gigabytes: number) => {
  const path = join(folder, `${kind}-${gigabytes}.${format}`)
  const bytes = diskFile(format, kind, gigabytes * GB)
  writeFileSync(path, bytes)
  return { path, bytes }
}

const hasQemu = (() => {
  try {
    execFileSync('qemu-img', ['--version'])
    return true
  } catch {
    return false
  }
})()

test.each(cases)(
  '%s of a %s disk of %i GB is small, whole and of just that size',
  async (format, kind, size) => {
    const { path, bytes } = written(format, kind, size)
    expect(bytes.length).toBeLessThan(20 * 1024 * 1024)
    expect(await inspectFile(path, path)).toMatchObject({ format, virtualBytes: size * GB })
    const { isCutShort, isMalformed, isEncrypted, hasParent } = await inspectFile(path, path)
    expect([isCutShort, isMalformed, isEncrypted, hasParent].some((each) => each === true)).toBe(false)
  },
)

describe.runIf(hasQemu)('qemu-img', () => {
  const info = z.object({ format: z.string(), 'virtual-size': z.number() })

  test.each(formats)('reads %s as what it is, and what lies on the disk', (format) => {
    const { path } = written(format, 'uefi', 2)
    const told = info.parse(JSON.parse(execFileSync('qemu-img', ['info', '--output=json', path]).toString()))
    expect(told).toEqual({ format: format === 'vhd' ? 'vpc' : format, 'virtual-size': 2 * GB })
    const raw = join(folder, 'whole.raw')
    execFileSync('qemu-img', ['convert', '-O', 'raw', path, raw])
    const other = join(folder, 'other.raw')
    execFileSync('qemu-img', ['convert', '-O', 'raw', written('qcow2', 'uefi', 2).path, other])
    expect(execFileSync('qemu-img', ['compare', raw, other]).toString()).toContain('identical')
    expect(execFileSync('head', ['-c', '520', raw]).toString('latin1', 512)).toBe('EFI PART')
  })

  test.each(['bios', 'uefi', 'data'] as const)('finds no fault in a qcow2 of a %s disk', (kind) => {
    const { path } = written('qcow2', kind, 40)
    expect(execFileSync('qemu-img', ['check', path]).toString()).toContain('No errors')
  })
})
