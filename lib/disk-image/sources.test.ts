import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { browserFile } from './browser-file.ts'
import type { ByteSource } from './byte-source.ts'
import { bytesInMemory } from './bytes-in-memory.ts'
import { withNodeFile } from './node-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'disk-image-'))
afterAll(() => rmSync(folder, { recursive: true }))
const content = Buffer.from('0123456789')
const path = join(folder, 'file')
writeFileSync(path, content)

type Use = <Answer>(use: (source: ByteSource) => Promise<Answer>) => Promise<Answer>
const sources: [string, Use][] = [
  ['memory', (use) => use(bytesInMemory(content))],
  ['a file', (use) => withNodeFile(path, use)],
  ['a browser file', (use) => use(browserFile(new Blob([content])))],
]

describe.each(sources)('bytes from %s', (_, open) => {
  test('are those that were asked for, fewer only at the end', async () => {
    const read = (offset: number, length: number) =>
      open(async (source) => Buffer.from(await source.read(offset, length)).toString())
    expect(await read(2, 3)).toBe('234')
    expect(await read(8, 100)).toBe('89')
    expect(await open(async ({ sizeBytes }) => sizeBytes)).toBe(10)
  })
})

test.each(sources.slice(1))('%s is not read for someone who has gone away', async (_, open) => {
  await expect(open((source) => source.read(0, 1, AbortSignal.abort()))).rejects.toThrow('aborted')
})

test('folders, pipes and absent files are told by code', async () => {
  const read = (name: string) => withNodeFile(name, (source) => source.read(0, 1))
  await expect(read(folder)).rejects.toMatchObject({ code: 'EISDIR' })
  await expect(read(join(folder, 'absent'))).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(read('/dev/null')).rejects.toMatchObject({ code: 'unsupported' })
})
