import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { request } from 'undici'
import { percentile } from '../bench/numbers.ts'
import { inParallel, type Scene, until } from './scene.ts'

const JOBS = 500
/** IMS takes so many in one project; the other rows ask about these as well. */
const AT_IMS = 40
/** Questions to IMS that one process may begin in a second (lib/jobs/watcher.ts). */
const CAP_PER_SECOND = 40
/** A job that is watched for 30 hours is asked about so often, once it is older than half an hour. */
const POLLS_OF_30_HOURS = 3_600
const LOOKS = 400
/** A window of some five seconds: within less, one round more or less of the watcher's four a second counts too much. */
const LOOKS_IN_WINDOW = 220
/** Memory is compared over so many times the polls of 30 hours: at first the heap grows until it is first collected. */
const TIMES = 3
const LOOK_PAUSE_MS = 20
const POLLS = 'GET /v1/{project_id}/jobs/{job_id}'

/** Five hundred imports that run, watched by one console: how often it asks IMS, and what is left for browsers. */
export async function manyJobs(scene: Scene): Promise<string[]> {
  const finished = await lookAtEnded(scene)
  const idle = await p95Of(scene, finished)
  await scene.simulator.setSpeed(0.001)
  const ids = Array.from({ length: AT_IMS }, () => randomUUID())
  await inParallel(ids, 10, async (id) => {
    await scene.submit(id, `many-${id}`)
  })
  multiply(join(scene.folder, 'data', 'slipway.sqlite'), ids, JOBS - AT_IMS)

  const perSecond: number[] = []
  let asked = await scene.simulator.count(POLLS)
  const first = asked
  const memory: number[] = []
  const busy: number[] = []
  while (asked - first < TIMES * POLLS_OF_30_HOURS) {
    const begin = performance.now()
    busy.push(await p95Of(scene, finished, LOOKS_IN_WINDOW))
    const now = await scene.simulator.count(POLLS)
    perSecond.push(((now - asked) / (performance.now() - begin)) * 1000)
    asked = now
    memory.push(residentMiB(scene.pid()))
  }
  const ratio = percentile(busy, 50) / idle
  const third = Math.floor(memory.length / 3)
  const [early, late] = [percentile(memory.slice(third, 2 * third), 50), percentile(memory.slice(-third), 50)]
  const highest = Math.max(...perSecond)
  return [
    `  ${JOBS} running jobs: IMS was asked at most ${highest.toFixed(1)} times a second (cap ${CAP_PER_SECOND}: ${highest <= CAP_PER_SECOND ? 'kept' : 'MISSED'})`,
    `  a job's route, p95: ${idle.toFixed(1)} ms idle, ${percentile(busy, 50).toFixed(1)} ms beside them, ${ratio.toFixed(2)} x (2 allowed: ${ratio <= 2 ? 'kept' : 'MISSED'})`,
    `  memory over ${asked - first} questions: ${early.toFixed(0)} MiB in the second third, ${late.toFixed(0)} MiB in the last (${(late / early).toFixed(2)} x)`,
  ]
}

async function lookAtEnded(scene: Scene): Promise<string> {
  const id = randomUUID()
  await scene.simulator.setSpeed(1_000_000)
  await scene.submit(id, `ended-${id}`)
  await until('the end of the first', async () =>
    (await scene.job(id))?.pollAfterMs === null ? true : undefined,
  )
  return id
}

/** One browser's looks at a job, milliseconds that 95 of 100 do not pass. */
async function p95Of({ address, cookie }: Scene, id: string, looks = LOOKS): Promise<number> {
  const took: number[] = []
  for (let look = 0; look < looks; look += 1) {
    const begin = performance.now()
    const { body } = await request(`${address}/api/jobs/${id}`, { headers: { cookie: cookie() } })
    await body.dump()
    took.push(performance.now() - begin)
    await new Promise((resolve) => setTimeout(resolve, LOOK_PAUSE_MS))
  }
  return percentile(took, 95)
}

/** More rows of the same jobs: to IMS and to the watcher each is a job of its own. */
function multiply(file: string, ids: readonly string[], more: number): void {
  const database = new DatabaseSync(file, { timeout: 10_000 })
  const columns = database
    .prepare('select name from pragma_table_info(?)')
    .all('job')
    .map(({ name }) => String(name))
    .filter((name) => name !== 'id')
  const list = columns.join(', ')
  const copy = database.prepare(`insert into job (id, ${list}) select ?, ${list} from job where id = ?`)
  database.exec('begin immediate')
  for (let row = 0; row < more; row += 1) copy.run(randomUUID(), ids[row % ids.length] ?? '')
  database.exec('commit')
  database.close()
}

/** Resident memory of a process, MiB. */
function residentMiB(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
  return (pages * 4096) / 2 ** 20
}
