import type { JobRecord } from '../records.ts'
import type { World } from '../world.ts'
import { writeExport } from './export-file.ts'
import { isRunning, momentOf } from './jobs.ts'
import { applyToMembers } from './member-effects.ts'

/**
 * Applies what jobs that have ended by now do to the world, in the order of their ends. Called before anything that
 * could see it: like all else about jobs it follows from the clock, so a restart in between changes nothing.
 */
export async function settleJobs(world: World): Promise<void> {
  if (world.unsettled.size === 0) return
  world.settling = world.settling.then(() => settleEnded(world))
  await world.settling
}

async function settleEnded(world: World): Promise<void> {
  const now = world.clock.now()
  const ended = [...world.unsettled]
    .map((id) => world.jobs.get(id))
    .filter((job) => job !== undefined)
    .filter((job) => !isRunning(world, job, now))
    .map((job) => ({ job, endMs: momentOf(world, job, job.endWorkMs) }))
    .sort((a, b) => a.endMs - b.endMs)
  for (const { job, endMs } of ended) {
    const change = job.outcome.kind === 'success' ? await apply(world, job, endMs) : {}
    // A reset in between has forgotten the job.
    if (!world.unsettled.delete(job.id)) continue
    world.jobs.set(job.id, { ...job, ...change, settled: true })
    world.changed()
  }
}

async function apply(world: World, job: JobRecord, endMs: number): Promise<Partial<JobRecord>> {
  const { effect } = job
  if (!effect) return {}
  if (effect.kind !== 'export') return applyToMembers(world, effect, endMs)
  try {
    return await writeExport(world, effect)
  } catch (error) {
    // A full disk, say: the job fails as any would whose storage is gone, and the simulator goes on.
    return { outcome: { kind: 'failure', code: 'IMG.0061', reason: String(error) } }
  }
}
