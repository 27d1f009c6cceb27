import { randomUUID } from 'node:crypto'
import { type Scene, until } from './scene.ts'

const KILLS = 100
/** The cloud has room for 50 images. */
const KILLS_AT_ONCE = 25
/** Half of the kills come while the request is on its way, half at any moment until the import has ended. */
const SENDING_MS = 60
const IMPORT_MS = 3_000
/** The simulated import then takes about three seconds. */
export const KILLS_SPEED = 600

const ENDED = new Set(['succeeded', 'failed', 'rejected', 'unconfirmed'])

type Import = { id: string; name: string; acknowledged: boolean }
type End = Import & { state: string; madeAtIms: number }

/**
 * Kills the console at random moments between the click and the end of the import, starts it again, and presses once
 * more where no answer came, as a person would. IMS is the witness of what was sent, the console of what it knows.
 */
export async function kills(scene: Scene): Promise<string[]> {
  const ends: End[] = []
  while (ends.length < KILLS) {
    await scene.renew()
    ends.push(...(await killSome(scene, KILLS_AT_ONCE)))
  }
  const of = (state: string) => ends.filter((each) => each.state === state)
  const unconfirmed = of('unconfirmed')
  const lost = ends.filter(
    ({ state, madeAtIms }) => state === 'lost' || (state === 'succeeded' && madeAtIms === 0),
  )
  const twice = ends.filter(({ madeAtIms }) => madeAtIms > 1)
  const others = ends.length - of('succeeded').length - unconfirmed.length
  return [
    `  ${scene.store}: ${ends.length} kills, ${ends.filter(({ acknowledged }) => !acknowledged).length} of them before the answer`,
    `    succeeded ${of('succeeded').length}, unconfirmed ${unconfirmed.length} (${unconfirmed.filter(({ madeAtIms }) => madeAtIms > 0).length} of these at IMS, whose image the page finds), otherwise ${others}`,
    `    lost ${lost.length}, submitted twice ${twice.length}`,
  ]
}

async function killSome(scene: Scene, count: number): Promise<End[]> {
  const imports: Import[] = []
  for (let kill = 0; kill < count; kill += 1) imports.push(await killDuring(scene, kill))
  const states = await Promise.all(imports.map((each) => endOf(scene, each)))
  const { images } = await scene.simulator.state()
  return imports.map((each, index) => ({
    ...each,
    state: states[index] ?? 'lost',
    madeAtIms: images.filter(({ name }) => name === each.name).length,
  }))
}

async function killDuring(scene: Scene, kill: number): Promise<Import> {
  const id = randomUUID()
  const name = `chaos-${id}`
  const press = scene.submit(id, name).then(
    () => true,
    () => false,
  )
  const longestMs = kill % 2 === 0 ? SENDING_MS : IMPORT_MS
  await new Promise((resolve) => setTimeout(resolve, Math.random() * longestMs))
  await scene.kill()
  const acknowledged = await press
  await scene.restart()
  // Pressing again sends nothing twice: the same form has the same id.
  if (!acknowledged) await scene.submit(id, name)
  return { id, name, acknowledged }
}

const endOf = (scene: Scene, { id, name }: Import) =>
  until(`the end of ${name}`, async () => {
    const job = await scene.job(id)
    if (!job) return 'lost'
    return ENDED.has(job.state) ? job.state : undefined
  })
