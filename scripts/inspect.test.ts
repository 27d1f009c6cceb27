import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test, vi } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'inspect-'))
afterAll(() => rmSync(folder, { recursive: true }))
writeFileSync(join(folder, 'disk.raw'), Buffer.alloc(1024 * 1024))
writeFileSync(join(folder, '--json'), 'text')
mkdirSync(join(folder, 'ubuntu'))
writeFileSync(join(folder, 'ubuntu', 'disk.raw'), Buffer.alloc(1024 * 1024))
const script = fileURLToPath(new URL('./inspect.ts', import.meta.url))

// Each test starts a program, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 30_000 })

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
  const lines = stdout === '' ? [] : stdout.trimEnd().split('\n')
  return {
    status,
    stdout,
    stderr,
    objects: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
  }
}

test('one object a file, in order, and the status tells that one could not be read', () => {
  const { status, stderr, objects } = run('disk.raw', 'absent', '--json', '.', '-')
  expect(objects()).toEqual([
    expect.objectContaining({ file: 'disk.raw', format: 'raw', virtualSizeBytes: 1024 * 1024, minDiskGb: 1 }),
    { file: 'absent', error: { code: 'ENOENT', message: expect.any(String) } },
    { file: '.', error: { code: 'EISDIR', message: expect.any(String) } },
    { file: '-', error: { code: 'unsupported', message: expect.any(String) } },
  ])
  expect(status).toBe(1)
  expect(stderr).toBe('')
})

test('after -- all are files', () => {
  const { status, objects } = run('--json', '--', 'disk.raw', '--json')
  expect(objects().map(({ file }) => file)).toEqual(['disk.raw', '--json'])
  expect(status).toBe(0)
})

test('what the folders above are called says nothing of the system', () => {
  const { objects } = run('--json', 'ubuntu/disk.raw')
  expect(objects()).toEqual([expect.objectContaining({ file: 'ubuntu/disk.raw', osHints: [] })])
})

test('without --json it is a text for people', () => {
  const { status, stdout } = run('disk.raw')
  expect(stdout).toMatch(/Format: raw[\s\S]*Minimum disk: 1 GB[\s\S]*The disk has no partition table\./)
  expect(status).toBe(0)
})

test.each([[[]], [['--josn', 'disk.raw']], [['--json']]])('%j is wrong usage', (words) => {
  const { status, stdout, stderr } = run(...words)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('usage:')
})
