import { fraction, hexId, uuid } from '../chance.ts'
import { inMilliseconds } from '../clock.ts'
import { takeJobFault } from '../control/faults.ts'
import type { Effect, JobRecord, Outcome } from '../records.ts'
import type { World } from '../world.ts'
import type { Verdict } from './verdict.ts'

const MINUTE = 60_000

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
  return {
    ...base,
    end_time: ended ? inMilliseconds(momentOf(world, job, job.endWorkMs)) : null,
    entities: failed ? {} : { ...entitiesOf(job, ended), ...progress },
  }
}

/** What a job that goes on or went well tells, by its type (ims.md 4). */
function entitiesOf(job: JobRecord, ended: boolean): Record<string, unknown> {
  if (job.effect?.kind === 'export') return ended ? { image_id: job.imageId } : {}
  if (job.effect) return ended ? { results: job.results ?? [] } : {}
  return ended ? { image_id: job.imageId, image_name: job.imageName } : { image_name: job.imageName }
}

export type JobSpec = {
  type: string
  projectId: string
  /** The image it is about; without one it makes a new id. */
  imageId?: string
  imageName: string
  /** Work time of the whole job at a chance in [0, 1). */
  wholeWorkMs: (chance: number) => number
  verdict: Verdict
  effect?: Effect
}

/** Starts an accepted job, with all that will happen to it decided; a fault on its type decides otherwise. */
export function startJob(world: World, spec: JobSpec): JobRecord {
  world.sequence += 1
  const prefix = hexId(world.seed, 'jobs').slice(0, 12)
  const id = `${prefix}${hexId(world.seed, 'job', world.sequence).slice(0, 20)}`
  const chance = (what: string) => fraction(world.seed, id, what)
  const fault = takeJobFault(world, spec.type)
  const verdict: Verdict = fault
    ? { ok: false, code: fault.code, reason: fault.reason, found: 'header' }
    : spec.verdict
  const whole = spec.wholeWorkMs(chance('duration'))
  const outcome: Outcome = verdict.ok
    ? { kind: 'success' }
    : { kind: 'failure', code: verdict.code, reason: verdict.reason }
  const job: JobRecord = {
    id,
    type: spec.type,
    projectId: spec.projectId,
    imageId: spec.imageId ?? uuid(world.seed, 'image', world.sequence),
    imageName: spec.imageName,
    acceptedAtMs: world.clock.now(),
    initWorkMs: 1000 + chance('init') * 2000,
    endWorkMs: verdict.ok ? whole : failureMoment(verdict.found, whole, chance('failure')),
    outcome,
    ...(spec.effect === undefined ? {} : { effect: spec.effect }),
  }
  world.jobs.set(job.id, job)
  if (job.effect) world.unsettled.add(job.id)
  return job
}

/** What the header tells comes after 2 to 6 minutes, what only reading finds at about half of the work. */
function failureMoment(found: 'header' | 'content', whole: number, chance: number): number {
  if (found === 'content') return whole * (0.4 + 0.3 * chance)
  return Math.min(whole * 0.9, (2 + 4 * chance) * MINUTE)
}
