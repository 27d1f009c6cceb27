import { randomUUID } from 'node:crypto'
import type { Fault } from '../scripts/simulator-controls.ts'
import { inParallel, type Scene, until } from './scene.ts'

const TIMES = 50
/** IMS takes 40 imports at the same time. */
const AT_ONCE = 20
const SILENCE_MS = 30_000
/** Jobs end at the first look. */
export const FAULTS_SPEED = 1_000_000

type Effect = {
  name: string
  effect: Record<string, unknown>
  /** How the import ends when the call that creates it meets this, and whether IMS then has it. */
  created: { state: string; atIms: boolean }
}

const EFFECTS: Effect[] = [
  { name: 'reset before', effect: { drop: 'before' }, created: { state: 'unconfirmed', atIms: false } },
  { name: 'reset after', effect: { drop: 'after' }, created: { state: 'unconfirmed', atIms: true } },
  { name: '502', effect: { status: 502 }, created: { state: 'unconfirmed', atIms: false } },
  { name: '504', effect: { status: 504 }, created: { state: 'unconfirmed', atIms: false } },
  {
    name: '429, Retry-After',
    effect: { status: 429, headers: { 'retry-after': '1' } },
    created: { state: 'rejected', atIms: false },
  },
  {
    name: '30 s of silence',
    effect: { delayMs: SILENCE_MS },
    created: { state: 'succeeded', atIms: true },
  },
  { name: 'not JSON', effect: { garble: true }, created: { state: 'unconfirmed', atIms: true } },
]

const POLL = { service: 'ims', method: 'GET', path: '/v1/{project_id}/jobs/{job_id}' } as const

/** Every import ends in the state that is right for what its calls met, and IMS has what the console says it has. */
export async function faults(scene: Scene, create: string): Promise<string[]> {
  const lines: string[] = []
  for (const { name, effect, created } of EFFECTS) {
    lines.push(
      await round(
        scene,
        `POST ${create}`,
        name,
        { service: 'ims', method: 'POST', path: create, ...effect },
        created,
      ),
    )
    lines.push(
      await round(scene, 'GET job', name, { ...POLL, ...effect }, { state: 'succeeded', atIms: true }),
    )
  }
  return lines
}

async function round(
  { simulator, submit, job, renew }: Scene,
  call: string,
  name: string,
  fault: Record<string, unknown>,
  expected: Effect['created'],
): Promise<string> {
  await renew()
  await simulator.addFault({ ...fault, times: TIMES } as Fault)
  const imports = Array.from({ length: TIMES }, () => ({ id: randomUUID(), name: `fault-${randomUUID()}` }))
  const seen: string[] = []
  await inParallel(imports, AT_ONCE, async (each) => {
    await submit(each.id, each.name)
    const state = await until(`an end of ${each.name}`, async () => {
      const found = await job(each.id)
      if (!found) return 'lost'
      return found.pollAfterMs === null || found.state === 'unconfirmed' ? found.state : undefined
    })
    seen.push(state)
  })
  const { images } = await simulator.state()
  const names = new Set(imports.map((each) => each.name))
  const atIms = images.filter((image) => image.name !== undefined && names.has(image.name)).length
  const right = seen.filter((state) => state === expected.state).length
  const isRight = right === TIMES && atIms === (expected.atIms ? TIMES : 0)
  return `  ${call.padEnd(40)} ${name.padEnd(18)} ${`${right} of ${TIMES} ${expected.state}`.padEnd(24)} ${`${atIms} at IMS`.padEnd(12)} ${isRight ? 'right' : `WRONG: ${[...new Set(seen)].join(', ')}`}`
}
