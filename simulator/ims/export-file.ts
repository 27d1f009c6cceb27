import type { Effect, JobRecord } from '../records.ts'
import type { World } from '../world.ts'

export async function writeExport(
  _world: World,
  _job: JobRecord,
  _effect: Extract<Effect, { kind: 'export' }>,
): Promise<Partial<JobRecord>> {
  return {}
}
