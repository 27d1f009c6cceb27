import { randomUUID } from 'node:crypto'
import { request } from 'undici'
import * as z from 'zod/mini'
import { replay } from '../scripts/recorded-action.ts'
import { line, percentile } from './numbers.ts'
import type { Scene } from './scene.ts'

/** Together with the one that was recorded they fit the simulator's quota of 50 images. */
const WARM_UP = 9
const SUBMITS = 40
const BUDGET_MS = 25
const BUDGET_RATIO = 2

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
const accepted = z.object({ acceptedInMs: z.number() })

/** The console's own time in a submit, what IMS took left out, beside a bare action with two flushed commits. */
export async function submits(scene: Scene): Promise<string[]> {
  const own: number[] = []
  const bare: number[] = []
  for (let turn = 0; turn < WARM_UP + SUBMITS; turn += 1) {
    const ownMs = await ownTimeOfSubmit(scene, turn)
    const bareMs = await replay(scene.bareAction, scene.bareAction.body)
    if (turn < WARM_UP) continue
    own.push(ownMs)
    bare.push(bareMs)
  }
  const ownP95 = percentile(own, 95)
  const bareP95 = percentile(bare, 95)
  const ratio = percentile(own, 50) / percentile(bare, 50)
  return [
    line('bare action, two commits, p95', `${bareP95.toFixed(1)} ms`),
    line('submit, p95', `${ownP95.toFixed(1)} ms`, { words: `${BUDGET_MS} ms`, kept: ownP95 <= BUDGET_MS }),
    line('submit, median', `${percentile(own, 50).toFixed(1)} ms, ${ratio.toFixed(2)} x bare`, {
      words: `${BUDGET_RATIO} x`,
      kept: ratio <= BUDGET_RATIO,
    }),
  ]
}

async function ownTimeOfSubmit(
  { console, cookie, submit, submittedName }: Scene,
  turn: number,
): Promise<number> {
  const submissionId = randomUUID()
  const body = submit.body.replace(UUID, submissionId).replaceAll(submittedName, `${submittedName}-${turn}`)
  const wholeMs = await replay(submit, body)
  const job = await request(`${console.address}/api/jobs/${submissionId}`, { headers: { cookie } })
  return wholeMs - accepted.parse(await job.body.json()).acceptedInMs
}
