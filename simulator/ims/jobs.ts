import { fraction, hexId, uuid } from '../chance.ts'
import { inMilliseconds } from '../clock.ts'
import type { JobRecord, Outcome } from '../records.ts'
import type { World } from '../world.ts'
import type { ImportOrder } from './import-order.ts'
import type { Verdict } from './verdict.ts'

const MINUTE = 60_000

/** At most 40 jobs that make images run at once in a project (ims.md 14). */
export const RUNNING_JOBS_MAX = 40

type WorkPhase = 'init' | 'reading' | 'saving' | 'ended'

/** Where a job stands, from its record and the clock alone; no timer, so it survives a restart. */
export function phaseOf(world: World, job: JobRecord, now: number): { phase: WorkPhase; doneShare: number } {
  const elapsed = workElapsed(world, job, now)
  if (elapsed >= job.endWorkMs) return { phase: 'ended', doneShare: 1 }
  const doneShare = Math.max(0, elapsed / job.endWorkMs)
  if (elapsed < job.initWorkMs) return { phase: 'init', doneShare }
  // Reading and converting ends `queued`, writing is `saving` (ims.md 15); the share is inferred.
  return { phase: doneShare < 0.15 ? 'reading' : 'saving', doneShare }
}

/** Milliseconds of work time since the job was accepted. */
export function workElapsed(world: World, job: JobRecord, now: number): number {
  return world.clock.workAt(now) - world.clock.workAt(job.acceptedAtMs)
}

/** The moment of the clock at which so much of the job's work was done. */
export function momentOf(world: World, job: JobRecord, workMs: number): number {
  return world.clock.whenWorkIs(world.clock.workAt(job.acceptedAtMs) + workMs)
}

export function isRunning(world: World, job: JobRecord, now: number): boolean {
  return phaseOf(world, job, now).phase !== 'ended'
}

/** The job as `GET /v1/{project_id}/jobs/{job_id}` shows it (ims.md 4). */
export function jobView(world: World, job: JobRecord, now: number) {
  const { phase, doneShare } = phaseOf(world, job, now)
  const ended = phase === 'ended'
  const failed = ended && job.outcome.kind === 'failure' ? job.outcome : undefined
  const status = failed ? 'FAIL' : ended ? 'SUCCESS' : phase === 'init' ? 'INIT' : 'RUNNING'
  const base = {
    job_id: job.id,
    job_type: job.type,
    begin_time: inMilliseconds(job.acceptedAtMs),
    status,
    error_code: failed?.code ?? null,
    fail_reason: failed?.reason ?? null,
  }
  if (!ended && world.quirks.has('running-without-entities')) return base
  const progress = world.quirks.has('process-percent')
    ? { process_percent: Math.floor(doneShare * 100), current_task: job.type }
    : {}
  const entities = failed
    ? {}
    : ended
      ? { image_id: job.imageId, image_name: job.imageName, ...progress }
      : { image_name: job.imageName, ...progress }
  return {
    ...base,
    end_time: ended ? inMilliseconds(momentOf(world, job, job.endWorkMs)) : null,
    entities,
  }
}

/** Makes the job of an accepted import, with all that will happen to it decided. */
export function makeJob(
  world: World,
  projectId: string,
  order: ImportOrder,
  bytes: number,
  verdict: Verdict,
): JobRecord {
  world.sequence += 1
  const prefix = hexId(world.seed, 'jobs').slice(0, 12)
  const id = `${prefix}${hexId(world.seed, 'job', world.sequence).slice(0, 20)}`
  const chance = (what: string) => fraction(world.seed, id, what)
  const whole = wholeDuration(order, bytes, chance('duration'))
  const outcome: Outcome = verdict.ok
    ? { kind: 'success' }
    : { kind: 'failure', code: verdict.code, reason: verdict.reason }
  const job: JobRecord = {
    id,
    type: order.target === 'data' ? 'imsImportDataImageJob' : 'imsImportImageJob',
    projectId,
    imageId: uuid(world.seed, 'image', world.sequence),
    imageName: order.name,
    acceptedAtMs: world.clock.now(),
    initWorkMs: 1000 + chance('init') * 2000,
    endWorkMs: verdict.ok ? whole : failureMoment(verdict.found, whole, chance('failure')),
    outcome,
  }
  world.jobs.set(job.id, job)
  return job
}

/**
 * Work time of a whole import. Inferred from what people report: tens of minutes for an ordinary system disk,
 * whatever its size, minutes for a quick import; and about 60 MB/s of the file on top.
 */
function wholeDuration(order: ImportOrder, bytes: number, chance: number): number {
  const base = order.quick ? 3 + 3 * chance : order.target === 'iso' ? 8 + 6 * chance : 22 + 14 * chance
  return base * MINUTE + (bytes / 60e6) * 1000
}

/** What the header tells comes after 2 to 6 minutes, what only reading finds at about half of the work. */
function failureMoment(found: 'header' | 'content', whole: number, chance: number): number {
  if (found === 'content') return whole * (0.4 + 0.3 * chance)
  return Math.min(whole * 0.9, (2 + 4 * chance) * MINUTE)
}
