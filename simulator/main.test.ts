import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'

// Starting a process takes seconds on a machine that builds at the same time.
vi.setConfig({ testTimeout: 60_000 })

const MAIN = join(import.meta.dirname, 'main.ts')

type Ended = { code: number | null; out: string; err: string; ms: number }

/** Runs the simulator as its own process; `onText` may end it once it has said something. */
function run(env: Record<string, string>, onReady?: (pid: number) => void): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [MAIN], {
      env: { ...process.env, IAM_PORT: '0', IMS_PORT: '0', OBS_PORT: '0', SIM_DATA: '', ...env },
    })
    const start = performance.now()
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => {
      const isFirst = out === ''
      out += chunk.toString()
      if (isFirst && child.pid !== undefined) onReady?.(child.pid)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    child.on('close', (code) => done({ code, out, err, ms: performance.now() - start }))
  })
}

test('it says where it listens and ends at SIGTERM', async () => {
  const ended = await run({ SIM_SPEED: '60' }, (pid) => process.kill(pid, 'SIGTERM'))
  expect(ended).toMatchObject({ code: 0, err: '' })
  expect(ended.out).toMatch(/IAM +http:\/\/127\.0\.0\.1:\d+\/v3/)
  expect(ended.out).toMatch(/speed 60/)
  expect(ended.out).toMatch(/TOTP secret [A-Z2-7]{32}/)
})

test('a taken port is one sentence and exit code 1', async () => {
  const blocker = createServer()
  await new Promise<void>((done) => blocker.listen(0, '127.0.0.1', done))
  const address = blocker.address()
  const port = typeof address === 'object' && address ? String(address.port) : ''
  const ended = await run({ IMS_PORT: port })
  blocker.close()
  expect(ended).toMatchObject({ code: 1, out: '' })
  expect(ended.err).toBe(
    `Port ${port} of 127.0.0.1 is taken: stop what uses it, or set IMS_PORT to another.\n`,
  )
})

test.each([
  ['SIM_SPEED', 'fast'],
  ['SIM_IMAGES', '-1'],
  ['IAM_PORT', '99999'],
  ['SIM_PROFILE', 'aws'],
])('%s=%s is refused with a sentence', async (name, value) => {
  const ended = await run({ [name]: value })
  expect(ended).toMatchObject({ code: 1, out: '' })
  expect(ended.err).toMatch(new RegExp(`^${name} is "${value}", but it must be [^\\n]+\\.\\n$`))
})
