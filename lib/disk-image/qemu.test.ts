/** The same files through QEMU's eyes: format, size, and every byte of the disk inside. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { diskInside, look, rawCopy, told } from './sample-files.fixture.ts'

const qemu = present()
const folder = mkdtempSync(join(tmpdir(), 'disk-image-'))
afterAll(() => rmSync(folder, { recursive: true }))

function present(): boolean {
  try {
    execFileSync('qemu-img', ['--version'])
    return true
  } catch {
    // biome-ignore lint/suspicious/noConsole: what was not compared must be seen in the log
    console.warn('qemu-img is absent: the mapping of virtual sectors is NOT compared with it')
    return false
  }
}

const run = (...words: string[]): string => execFileSync('qemu-img', words, { cwd: folder }).toString()

/** 2.5 MiB with holes, runs and noise, in pieces that lie across the borders of clusters. */
function patchwork(): Buffer {
  const raw = Buffer.alloc(2560 * 1024)
  let state = 1
  for (let at = 0; at < raw.length; at += 40_000) {
    const kind = (at / 40_000) % 3
    for (let i = at; kind > 0 && i < Math.min(at + 40_000, raw.length); i += 1) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      raw[i] = kind === 1 ? (at / 40_000) & 0xff : state >>> 16
    }
  }
  return raw
}

const variants: [string, ...string[]][] = [
  ['qcow2'],
  ['qcow2', '-c'],
  ['qcow2', '-c', '-o', 'compression_type=zstd'],
  ['qcow2', '-o', 'cluster_size=512'],
  ['qcow2', '-c', '-o', 'cluster_size=128k'],
  ['qcow2', '-o', 'extended_l2=on'],
  ['qcow2', '-o', 'compat=0.10'],
  ['qcow'],
  ['vmdk'],
  ['vmdk', '-o', 'subformat=streamOptimized'],
  ['vpc', '-o', 'force_size=on'],
  ['vpc', '-o', 'force_size=on,subformat=fixed'],
  ['vhdx', '-o', 'block_size=1M'],
  ['vdi'],
  ['vdi', '-o', 'static=on'],
  ['qed'],
  ['qed', '-o', 'cluster_size=1M,table_size=2'],
]

/** Each case starts two programs, which a busy machine takes its time for. */
const TIMEOUT_MS = 60_000

describe.skipIf(!qemu)('against qemu-img', { timeout: TIMEOUT_MS }, () => {
  test.each(variants)('%s %s %s gives back the disk that was put in', async (format, ...how) => {
    const raw = patchwork()
    writeFileSync(join(folder, 'disk.raw'), raw)
    run('convert', '-f', 'raw', '-O', format, ...how, 'disk.raw', 'disk')
    const bytes = readFileSync(join(folder, 'disk'))
    expect((await rawCopy(await diskInside(bytes))).equals(raw)).toBe(true)
    expect(told(await look(bytes)).filter((line) => line.startsWith('blocks'))).toEqual([])
  })

  test('of compressed clusters too large to be read, the beginning is known', async () => {
    const raw = patchwork()
    writeFileSync(join(folder, 'disk.raw'), raw)
    run('convert', '-O', 'qcow2', '-c', '-o', 'cluster_size=2M', '-f', 'raw', 'disk.raw', 'disk')
    const disk = await diskInside(readFileSync(join(folder, 'disk')))
    expect(await disk.read(0n, 17_408)).toEqual(new Uint8Array(raw.subarray(0, 17_408)))
    expect(await disk.read(2_000_000n, 512)).toBe('budget')
  })

  // Not a whole number of cylinders or clusters: formats that round differ here.
  const size = '2147991552'
  test.each(['qcow2', 'qcow', 'vmdk', 'vpc', 'vhdx', 'vdi', 'qed'])(
    'agrees on format and size of %s',
    async (format) => {
      run('create', '-f', format, 'sized', size)
      const said = JSON.parse(run('info', '--output=json', 'sized')) as {
        format: string
        'virtual-size': number
      }
      const inspection = await look(readFileSync(join(folder, 'sized')))
      expect(inspection.format).toBe(said.format === 'vpc' ? 'vhd' : said.format)
      expect(inspection.virtualSizeBytes).toBe(said['virtual-size'])
    },
  )
})
