import { randomUUID } from 'node:crypto'
import { type Scene, until } from './scene.ts'

const KILLS = 100
/** Half of the kills come while the request is on its way, half at any moment until the import has ended. */
const SENDING_MS = 60
const IMPORT_MS = 3_000
/** The simulated import then takes about three seconds. */
export const KILLS_SPEED = 600

const ENDED = new Set(['succeeded', 'failed', 'rejected', 'unconfirmed'])

/**
 * Kills the console at random moments between the click and the end of the import, starts it again, and presses once
 * more where no answer came, as a person would. IMS is the witness of what was sent, the console of what it knows.
 */
export async function kills(scene: Scene): Promise<string[]> {
  const imports: { id: string; name: string; acknowledged: boolean }[] = []
  for (let kill = 0; kill < KILLS; kill += 1) {
    const id = randomUUID()
    const name = `chaos-${kill}`
    const press = scene.submit(id, name).then(
      () => true,
      () => false,
    )
    await new Promise((resolve) =>
      setTimeout(resolve, Math.random() * (kill % 2 === 0 ? SENDING_MS : IMPORT_MS)),
    )
    await scene.kill()
    const acknowledged = await press
    await scene.restart()
    // Pressing again sends nothing twice: the same form has the same id.
    if (!acknowledged) await scene.submit(id, name)
    imports.push({ id, name, acknowledged })
  }
  const ends = await Promise.all(
    imports.map(async (each) => ({
      ...each,
      state: await until(`the end of ${each.name}`, async () => {
        const job = await scene.job(each.id)
        if (!job) return 'lost'
        return ENDED.has(job.state) ? job.state : undefined
      }),
    })),
  )
  const { jobs, images } = await scene.simulator.state()
  const made = new Map<string, number>()
  for (const { name } of images) if (name) made.set(name, (made.get(name) ?? 0) + 1)
  const sentFor = ({ name }: { name: string }) => made.get(name) ?? 0
  const of = (state: string) => ends.filter((each) => each.state === state)
  const lost = ends.filter(
    (each) => each.state === 'lost' || (each.state === 'succeeded' && sentFor(each) === 0),
  )
  const twice = ends.filter((each) => sentFor(each) > 1)
  const unconfirmed = of('unconfirmed')
  return [
    `${scene.store}: ${KILLS} kills, ${ends.filter(({ acknowledged }) => !acknowledged).length} of them before the answer`,
    `  succeeded ${of('succeeded').length}, unconfirmed ${unconfirmed.length} (IMS had taken ${unconfirmed.filter(sentFor).length} of these, whose image the page finds), else ${ends.length - of('succeeded').length - unconfirmed.length}`,
    `  lost ${lost.length}, submitted twice ${twice.length} (IMS knows ${jobs.length} jobs)`,
  ]
}
