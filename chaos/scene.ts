/** What the console is put through its paces on: a simulated cloud, a console that may be killed, a person signed in. */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, expect } from '@playwright/test'
import { request } from 'undici'
import { fillImportForm, jobStatus, submitImport } from '../e2e/import-form.ts'
import { signIn } from '../e2e/sign-in.ts'
import { chromiumSandbox, requireBrowser } from '../scripts/browser.ts'
import { type Child, untilReady } from '../scripts/child.ts'
import { Failure } from '../scripts/failure.ts'
import { freePorts, LOOPBACK } from '../scripts/ports.ts'
import { type Postgres, startPostgres } from '../scripts/postgres.ts'
import { type RecordedAction, recordAction } from '../scripts/recorded-action.ts'
import {
  addressOf,
  type Settings,
  startConsole,
  startSimulatorApart,
  writeCloudsFile,
} from '../scripts/servers.ts'
import { type SimulatorControls, simulatorControls } from '../scripts/simulator-controls.ts'

export type StoreKind = 'SQLite' | 'PostgreSQL'

export type JobView = {
  state: string
  imageName: string
  imageId: string | null
  lastCheckedAt: number | null
  pollAfterMs: number | null
}

export type Scene = {
  store: StoreKind
  address: string
  cookie: () => string
  simulator: SimulatorControls
  postgres: Postgres | null
  folder: string
  /** Ends the console as a power cut would, and starts it again. */
  kill: () => Promise<void>
  restart: () => Promise<void>
  pid: () => number
  /** An empty cloud, and the person signed in anew: the quota of images leaves room for 50 at a time. */
  renew: () => Promise<void>
  /** Presses the button: whether the console said that it has the import. An error when no answer came. */
  submit: (submissionId: string, imageName: string) => Promise<'kept' | 'refused'>
  /** Null: the console knows no such import. */
  job: (id: string) => Promise<JobView | null>
  stop: () => Promise<void>
}

type Wanted = { store: StoreKind; speed: number; file?: string; type?: 'System disk' | 'Data disk' }

/** Jobs end at the first look. */
const AT_ONCE = 1_000_000

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
const NAME = 'recorded-import'

export async function setScene(parent: string, wanted: Wanted): Promise<Scene> {
  const { store, speed, file = 'ims-image:centos70.qcow2', type = 'System disk' } = wanted
  const folder = join(parent, `${store}-${randomUUID().slice(0, 8)}`)
  mkdirSync(folder, { recursive: true })
  const postgres = store === 'PostgreSQL' ? await startPostgres() : null
  if (store === 'PostgreSQL' && !postgres)
    throw new Failure('No PostgreSQL was found. On Debian: apt-get install postgresql')
  const ports = await freePorts('console', 'iam', 'ims', 'obs')
  const settings: Settings = {
    folder,
    ports,
    host: LOOPBACK,
    speed: AT_ONCE,
    env: {
      DATABASE_URL: postgres?.url,
      PUBLIC_URL: undefined,
      SESSION_SECRET: randomBytes(32).toString('base64url'),
      LOG_LEVEL: 'warn',
    },
  }
  writeCloudsFile(settings)
  const simulatorProcess = startSimulatorApart(settings)
  await untilReady(simulatorProcess, `${addressOf(ports.iam)}/_sim/clock`)
  const address = addressOf(ports.console)
  let console: Child
  const restart = async () => {
    console = startConsole(settings)
    await untilReady(console, `${address}/readyz`)
  }
  await restart()
  const simulator = simulatorControls(addressOf(ports.iam))
  const click = await recordClick(address, { file, type })
  let cookie = await signedIn(address)
  await simulator.setSpeed(speed)

  return {
    store,
    address,
    cookie: () => cookie,
    simulator,
    postgres,
    folder,
    renew: async () => {
      await simulator.reset()
      await simulator.setSpeed(speed)
      cookie = await signedIn(address)
    },
    pid: () => console.pid,
    kill: async () => {
      process.kill(console.pid, 'SIGKILL')
      await console.ended
    },
    restart,
    submit: async (submissionId, imageName) => {
      const body = click.body.replace(UUID, submissionId).replaceAll(NAME, imageName)
      const answer = await request(click.url, {
        method: 'POST',
        headers: { ...click.headers, cookie },
        body,
      })
      const text = await answer.body.text()
      if (/"ok":true/.test(text)) return 'kept'
      if (/"ok":false/.test(text)) return 'refused'
      throw new Error(`The action answered ${answer.statusCode}.`)
    },
    job: async (id) => {
      const answer = await request(`${address}/api/jobs/${id}`, { headers: { cookie } })
      if (answer.statusCode === 404) {
        await answer.body.dump()
        return null
      }
      if (answer.statusCode !== 200) throw new Error(`The job's route answered ${answer.statusCode}.`)
      return (await answer.body.json()) as JobView
    },
    stop: async () => {
      await Promise.all([console.stop(), simulatorProcess.stop()])
      postgres?.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function recordClick(
  address: string,
  { file, type }: { file: string; type: 'System disk' | 'Data disk' },
): Promise<RecordedAction> {
  const browser = await chromium.launch({ executablePath: requireBrowser(), chromiumSandbox })
  const context = await browser.newContext({ baseURL: address })
  const page = await context.newPage()
  await signIn(page)
  await fillImportForm(page, { type, file, name: NAME, minDisk: '40' })
  const click = await recordAction(page, () => submitImport(page))
  // What is measured later must not share IMS with it.
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Succeeded', { timeout: 60_000 })
  await browser.close()
  return click
}

/** The cookie of a new session. */
async function signedIn(address: string): Promise<string> {
  const browser = await chromium.launch({ executablePath: requireBrowser(), chromiumSandbox })
  const context = await browser.newContext({ baseURL: address })
  await signIn(await context.newPage())
  const cookies = await context.cookies()
  await browser.close()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** Waits for a state, not for a time; fails loudly when it never comes. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined>,
  timeoutMs = 120_000,
): Promise<T> {
  const giveUpAt = performance.now() + timeoutMs
  for (;;) {
    const seen = await look().catch(() => undefined)
    if (seen !== undefined) return seen
    if (performance.now() > giveUpAt)
      throw new Failure(`${what} did not come about in ${timeoutMs / 1000} s.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** So many at the same time, the next as soon as one is done. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = [...items]
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
    }),
  )
}
