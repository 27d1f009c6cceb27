import { randomUUID } from 'node:crypto'
import { Pool } from 'undici'
import { percentile } from '../bench/numbers.ts'
import { type Scene, until } from './scene.ts'

const TABS = 1_000
const CONNECTIONS = 64
const MEASURE_MS = 30_000
/** Of a job younger than a minute (lib/jobs/pace.ts); a tab asks a little later than the watcher. */
const INTERVAL_MS = 2_000
const TAB_PAUSE_MS = 2_300
const POLLS = 'GET /v1/{project_id}/jobs/{job_id}'

/** A thousand browsers look at one job, each at its own pace. */
export async function tabs(scene: Scene): Promise<string[]> {
  const id = randomUUID()
  await scene.submit(id, `tabs-${id}`)
  await until('the first check', async () => ((await scene.job(id))?.lastCheckedAt ? true : undefined))
  const pool = new Pool(scene.address, { connections: CONNECTIONS })
  const took: number[] = []
  let answers = 0
  const before = await scene.simulator.count(POLLS)
  const begin = performance.now()
  const end = begin + MEASURE_MS
  const tab = async () => {
    let etag = ''
    await pause(Math.random() * TAB_PAUSE_MS)
    while (performance.now() < end) {
      const asked = performance.now()
      const { headers, body } = await pool.request({
        method: 'GET',
        path: `/api/jobs/${id}`,
        headers: { cookie: scene.cookie(), ...(etag ? { 'if-none-match': etag } : {}) },
      })
      await body.dump()
      took.push(performance.now() - asked)
      answers += 1
      etag = String(headers.etag ?? '')
      await pause(TAB_PAUSE_MS)
    }
  }
  await Promise.all(Array.from({ length: TABS }, tab))
  const intervals = (performance.now() - begin) / INTERVAL_MS
  const asked = (await scene.simulator.count(POLLS)) - before
  await pool.close()
  return [
    `  ${TABS} tabs on one job, ${scene.store}: ${answers} answers in ${(MEASURE_MS / 1000).toFixed(0)} s, p95 ${percentile(took, 95).toFixed(0)} ms; IMS was asked ${asked} times in ${intervals.toFixed(1)} intervals, ${(asked / intervals).toFixed(2)} an interval`,
  ]
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
