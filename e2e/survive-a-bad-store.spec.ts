/** What the console says when its store cannot be used, and what becomes of imports when that happens while it runs. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { untilReady } from '../scripts/child.ts'
import { freePorts, LOOPBACK } from '../scripts/ports.ts'
import { type Settings, startConsole, startServersApart, writeCloudsFile } from '../scripts/servers.ts'
import { simulatorControls } from '../scripts/simulator-controls.ts'
import { expect, signIn, test } from './fixtures.ts'
import { fillImportForm, jobStatus, startImport, submitImport } from './import-form.ts'

const parent = mkdtempSync(join(tmpdir(), 'slipway-bad-store-'))
test.afterAll(() => rmSync(parent, { recursive: true, force: true }))

/** What follows afterAll is not the end: a worker comes back to this file for tests that it takes later. */
function newFolder(name: string): string {
  mkdirSync(parent, { recursive: true })
  return mkdtempSync(join(parent, name))
}

async function settings(env: Settings['env'] = {}): Promise<Settings> {
  const folder = newFolder('console-')
  const ports = await freePorts('console', 'iam', 'ims', 'obs')
  mkdirSync(join(folder, 'data'))
  const made = {
    folder,
    ports,
    host: LOOPBACK,
    speed: 1,
    env: { DATABASE_URL: undefined, SESSION_SECRET: undefined, PUBLIC_URL: undefined, ...env },
  }
  writeCloudsFile(made)
  return made
}

const storeOf = ({ folder }: Settings) => join(folder, 'data', 'slipway.sqlite')

/** Starts a console that must not come up: how it ended, and the last line it printed. */
async function refusal(wanted: Settings): Promise<{ end: string; said: string }> {
  const child = startConsole(wanted)
  const end = await child.ended
  const said =
    readFileSync(child.logFile ?? '', 'utf8')
      .trimEnd()
      .split('\n')
      .at(-1) ?? ''
  return { end, said }
}

/** A store as a console leaves it. */
async function usedStore(wanted: Settings): Promise<void> {
  const child = startConsole(wanted)
  await untilReady(child, `http://${LOOPBACK}:${wanted.ports.console}/readyz`)
  await child.stop()
}

test.describe('it does not start, says why, and changes nothing', () => {
  test('over a file that is no SQLite file', async () => {
    const wanted = await settings()
    writeFileSync(storeOf(wanted), 'accounts of 2026\n'.repeat(500))
    expect(await refusal(wanted)).toEqual({
      end: 'exit code 1',
      said: expect.stringMatching(/^Slipway cannot start\. The store .*slipway\.sqlite is no SQLite file\./),
    })
    expect(readFileSync(storeOf(wanted), 'utf8')).toMatch(/^accounts of 2026/)
  })

  test('over another program’s database', async () => {
    const wanted = await settings()
    const other = new DatabaseSync(storeOf(wanted))
    other.exec('create table accounts (id integer)')
    other.close()
    expect((await refusal(wanted)).said).toMatch(/belongs to another program/)
  })

  test('over a store that a newer version has changed', async () => {
    const wanted = await settings()
    await usedStore(wanted)
    const store = new DatabaseSync(storeOf(wanted))
    store.exec("insert into kysely_migration values ('9999-of-tomorrow', '2030-01-01')")
    store.close()
    const { end, said } = await refusal(wanted)
    expect([end, said]).toEqual(['exit code 1', expect.stringMatching(/newer version.*9999-of-tomorrow/)])
  })

  test('where its folder cannot be', async () => {
    const wanted = await settings()
    writeFileSync(join(wanted.folder, 'a-file'), '')
    const inFile = { ...wanted, env: { ...wanted.env, DATA_DIR: join(wanted.folder, 'a-file', 'data') } }
    expect((await refusal(inFile)).said).toMatch(/DATA_DIR .* cannot be made or written/)
  })

  test('beside another process on the same store, which goes on', async () => {
    const wanted = await settings()
    const first = startConsole(wanted)
    await untilReady(first, `http://${LOOPBACK}:${wanted.ports.console}/readyz`)
    const { one } = await freePorts('one')
    const second = { ...wanted, ports: { ...wanted.ports, console: one } }
    const child = startConsole(second, 'second')
    expect(await child.ended).toBe('exit code 1')
    expect(readFileSync(child.logFile ?? '', 'utf8')).toMatch(
      /Another Slipway is running on .*slipway\.sqlite/,
    )
    const answer = await fetch(`http://${LOOPBACK}:${wanted.ports.console}/readyz`)
    expect(answer.status).toBe(200)
    await first.stop()
  })

  test('with a database and no secret, or an address that is none', async () => {
    expect((await refusal(await settings({ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' }))).said).toMatch(
      /DATABASE_URL needs a SESSION_SECRET/,
    )
    expect((await refusal(await settings({ DATABASE_URL: 'mysql://127.0.0.1/x' }))).said).toMatch(
      /must be an address that begins with postgres/,
    )
  })
})

test('told to end, it ends in order and at once', async () => {
  const wanted = await settings()
  const child = startConsole(wanted)
  await untilReady(child, `http://${LOOPBACK}:${wanted.ports.console}/readyz`)
  await child.stop()
  expect(await child.ended).toBe('exit code 0')
})

const prlimit = '/usr/bin/prlimit'
/** The largest file that the process may write, as a full disk has it. */
const limitFiles = (pid: number, bytes: number | 'unlimited') =>
  execFileSync(prlimit, [`--pid=${pid}`, `--fsize=${bytes}:unlimited`])

test('a disk that is full: nothing is sent, nothing typed is lost, and all goes on when there is room', async ({
  page,
  servers,
  simulator,
}) => {
  const name = 'full-disk'
  await signIn(page)
  await fillImportForm(page, { file: 'ims-image:centos70.qcow2', name, minDisk: '40' })
  await expect(page.getByRole('region', { name: 'Preflight' })).toContainText(/checks/)
  limitFiles(servers.children.console.pid, 0)
  try {
    await submitImport(page)
    await expect(page.getByText('Slipway could not write the import down, so nothing was sent')).toBeVisible()
    expect(await simulator.count('POST /v2/cloudimages/action')).toBe(0)
    await expect(page.getByLabel('Image name')).toHaveValue(name)
  } finally {
    limitFiles(servers.children.console.pid, 'unlimited')
  }
  await submitImport(page)
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Succeeded', { timeout: 60_000 })
  expect(await simulator.count('POST /v2/cloudimages/action')).toBe(1)
})

test('another SESSION_SECRET: everybody signs in again, and running imports go on', async ({ browser }) => {
  const folder = newFolder('secret-')
  const servers = await startServersApart(folder, 60)
  try {
    const context = await browser.newContext({ baseURL: servers.console })
    const page = await context.newPage()
    await signIn(page)
    await startImport(page, { file: 'ims-image:centos70.qcow2', name: 'other-secret', minDisk: '40' })
    const job = new URL(page.url()).pathname
    await servers.children.console.stop()
    writeFileSync(join(folder, 'data', 'session-secret'), 'another-secret-of-more-than-32-characters')
    const again = startConsole({
      folder,
      host: LOOPBACK,
      ports: { console: Number(new URL(servers.console).port) },
      env: { DATABASE_URL: undefined, SESSION_SECRET: undefined, PUBLIC_URL: undefined },
    })
    await untilReady(again, `${servers.console}/readyz`)
    await signIn(page, job)
    await expect(jobStatus(page)).toHaveText('Succeeded', { timeout: 60_000 })
    expect(await simulatorControls(servers.iam).count('POST /v2/cloudimages/action')).toBe(1)
    await again.stop()
    await context.close()
  } finally {
    await servers.stop()
  }
})
