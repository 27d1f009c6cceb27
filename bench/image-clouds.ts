import { readFileSync } from 'node:fs'
import type { Browser } from '@playwright/test'
import { signIn } from '../e2e/sign-in.ts'
import { untilReady } from '../scripts/child.ts'
import { freePorts, LOOPBACK } from '../scripts/ports.ts'
import { DOMAIN, PASSWORD, PROJECTS, USERS } from '../scripts/real-openstack/accounts.ts'
import { writeCloudsFile } from '../scripts/real-openstack/clouds-file.ts'
import { tokenOf, userIn } from '../scripts/real-openstack/keystone.ts'
import { seedImages } from '../scripts/real-openstack/seed.ts'
import { settingsFrom } from '../scripts/real-openstack/settings.ts'
import { startOpenStack, stopOpenStack } from '../scripts/real-openstack/start.ts'
import { requestLog } from '../scripts/real-openstack/uwsgi.ts'
import { addressOf, OWN_SETTINGS, startConsole, startServersApart } from '../scripts/servers.ts'
import { simulatorControls } from '../scripts/simulator-controls.ts'

type Account = { domain: string; userName: string; password: string; project: string }
type State = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>

/** A cloud with so many images in one project, and a console over it. */
export type ImageCloud = {
  /** The console's address. */
  console: string
  /** A session of the console's, signed in once. */
  signedIn: (browser: Browser) => Promise<State>
  cookie: (browser: Browser) => Promise<string>
  /** The cloud's own list of the project's images, newest first; `&limit=` and `&marker=` go to its end. */
  listAddress: string
  token: string
  /** How often images were listed so far. */
  listCalls: () => Promise<number>
  stop: () => Promise<void>
}

/** IMS as the simulator plays it. */
export async function simulatedIms(folder: string, images: number): Promise<ImageCloud> {
  const servers = await startServersApart(folder, 1, { images })
  const account = { domain: 'DEMO', userName: 'demo', password: 'demo-password', project: 'eu-de_demo' }
  const { token, projectId, imageUrl } = await simulatedToken(servers.iam, account)
  return {
    console: servers.console,
    ...sessionOf(servers.console, account),
    listAddress: `${imageUrl}/v2/cloudimages?owner=${projectId}&sort_key=created_at&sort_dir=desc`,
    token,
    listCalls: () => simulatorControls(servers.iam).count('GET /v2/cloudimages'),
    stop: servers.stop,
  }
}

/** Debian's Glance, with Keystone before it. */
export async function realGlance(folder: string, images: number): Promise<ImageCloud> {
  const settings = await settingsFrom({}, folder)
  await startOpenStack(settings)
  writeCloudsFile(settings)
  const { token, projectId } = await tokenOf(settings, userIn(USERS.importer.name, 'console'))
  seedImages(settings, projectId, images)
  const ports = await freePorts('console')
  const child = startConsole({ folder, ports, host: LOOPBACK, env: OWN_SETTINGS })
  const console = addressOf(ports.console)
  await untilReady(child, `${console}/readyz`)
  const calls = /^GET \/v2\/(cloud)?images\?/gm
  return {
    console,
    ...sessionOf(console, {
      domain: DOMAIN,
      userName: USERS.importer.name,
      password: PASSWORD,
      project: PROJECTS.console,
    }),
    listAddress: `${settings.glance.url}/v2/images?owner=${projectId}&sort_key=created_at&sort_dir=desc`,
    token,
    listCalls: async () => readFileSync(requestLog(settings, 'glance'), 'utf8').match(calls)?.length ?? 0,
    stop: async () => {
      await child.stop()
      await stopOpenStack(settings)
    },
  }
}

function sessionOf(console: string, account: Account): Pick<ImageCloud, 'signedIn' | 'cookie'> {
  let state: Promise<State> | undefined
  const signedIn = (browser: Browser) => {
    state ??= signInOnce(browser, console, account)
    return state
  }
  return {
    signedIn,
    cookie: async (browser) =>
      (await signedIn(browser)).cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
  }
}

async function signInOnce(browser: Browser, console: string, account: Account): Promise<State> {
  const context = await browser.newContext({ baseURL: console })
  await signIn(await context.newPage(), '/images', account)
  const state = await context.storageState()
  await context.close()
  return state
}

async function simulatedToken(iam: string, { domain, userName, password, project }: Account) {
  const answer = await fetch(`${iam}/v3/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      auth: {
        identity: {
          methods: ['password'],
          password: { user: { name: userName, password, domain: { name: domain } } },
        },
        scope: { project: { name: project } },
      },
    }),
  })
  const { token } = (await answer.json()) as {
    token: { project: { id: string }; catalog: { type: string; endpoints: { url: string }[] }[] }
  }
  const imageUrl = token.catalog.find(({ type }) => type === 'image')?.endpoints[0]?.url ?? ''
  return { token: answer.headers.get('x-subject-token') ?? '', projectId: token.project.id, imageUrl }
}
