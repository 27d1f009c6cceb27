/** A simulator, a store and a signed-in session, for the tests of what is read from buckets. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Simulator, startSimulator } from '../../simulator/start.ts'
import type { ImageApi } from '../config/image-apis.ts'
import type { Store } from '../store/store.ts'
import { emptyInMemory } from '../store/stores.fixture.ts'
import { type ActiveSession, toActive } from './current.ts'
import { findSession } from './rows.ts'
import { signInWithPassword } from './sign-in.ts'

export type Scene = {
  simulator: Simulator
  /** Empties simulator and store, and signs in anew. */
  reset(emptyStore?: () => Promise<Store>): Promise<void>
  db(): Store
  /** Another session of the same user in the same project. */
  signIn(): Promise<void>
  session(): ActiveSession
  /** How often the simulator was called, by method and template. */
  calls(operation: string): Promise<number>
  fault(fault: object): Promise<void>
  /** Puts an image into IMS, of properties in the cloud's form. @returns its id */
  putImage(properties?: object): Promise<string>
  /** Jobs run so many times faster from now on. */
  setSpeed(speed: number): Promise<void>
  stop(): Promise<void>
}

/** @param api which image service the simulated cloud has */
export async function setScene(api: ImageApi = 'ims'): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-scene-'))
  const simulator = await startSimulator({
    iamPort: 0,
    imsPort: 0,
    obsPort: 0,
    profile: api === 'ims' ? 'otc' : 'glance',
  })
  const clouds = join(folder, 'clouds.yaml')
  writeFileSync(
    clouds,
    `clouds: {sim: {auth: {auth_url: "${simulator.iamUrl}/v3"}, region_name: eu-de, image_api: ${api}}}\n`,
  )
  Object.assign(process.env, { CLOUDS_FILE: clouds, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' })
  let db: Store | undefined
  let session: ActiveSession | undefined

  const control = async (method: string, path: string, json?: object): Promise<Response> => {
    const answer = await fetch(`${simulator.iamUrl}/_sim/${path}`, {
      method,
      ...(json ? { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } } : {}),
    })
    if (!answer.ok) throw new Error(await answer.text())
    return answer
  }

  const signIn = async () => {
    const outcome = await signInWithPassword(
      present(db),
      { domain: 'DEMO', userName: 'demo', password: 'demo-password', region: 'sim', project: 'eu-de_demo' },
      'here',
    )
    if (!outcome.ok) throw new Error(outcome.error.error.title)
    const kept = await findSession(present(db), outcome.value.sessionId, Date.now())
    session = (kept && toActive(kept)) ?? undefined
  }

  return {
    simulator,
    async reset(emptyStore = emptyInMemory) {
      await control('POST', 'reset', {})
      await control('DELETE', 'faults')
      db = await emptyStore()
      await signIn()
    },
    signIn,
    db: () => present(db),
    session: () => present(session),
    calls: async (operation) => {
      const counters = (await (await control('GET', 'counters')).json()) as Record<string, number>
      return counters[operation] ?? 0
    },
    fault: async (fault) => {
      const isWhole = 'job' in fault || 'named' in fault
      await control('POST', 'faults', isWhole ? fault : { service: 'obs', ...fault })
    },
    putImage: async (properties = {}) => {
      const { id } = (await (await control('POST', 'images', properties)).json()) as { id: string }
      return id
    },
    setSpeed: async (speed) => {
      await control('POST', 'clock', { speed })
    },
    async stop() {
      await simulator.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function present<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('reset the scene first')
  return thing
}
