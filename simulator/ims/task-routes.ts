import type { World } from '../world.ts'
import { copyImage } from './copy.ts'
import { imsError } from './errors.ts'
import { exportImage } from './export.ts'
import type { Result } from './refusal.ts'
import type { On } from './route.ts'

/** The calls that start a job on one image (ims.md 13). */
export function taskRoutes(world: World, on: On): void {
  const accepted = (job: Result<string>) =>
    job.ok ? Response.json({ job_id: job.value }) : imsError(job.code, job.message)
  on('POST', '/v1/cloudimages/{image_id}/file', async (c, caller) =>
    accepted(await exportImage(world, caller, c.req.param('image_id') ?? '', await c.req.text())),
  )
  on('POST', '/v1/cloudimages/{image_id}/copy', async (c, caller) =>
    accepted(copyImage(world, caller, c.req.param('image_id') ?? '', await c.req.text())),
  )
}
