import { importOf } from '@/lib/cloud/job-request'
import { JOB_STATE_WORDS } from '@/lib/jobs/states'
import type { JobView } from '@/lib/jobs/view'

/** All a support ticket needs, as text. Times in UTC: whoever reads it sits in another zone. */
export function supportFacts(job: JobView): string {
  const { failure, lastAnswer, request } = job
  const imported = importOf(request)
  return [
    `${workIn(job)}: ${JOB_STATE_WORDS[job.state]}`,
    `IMS job id: ${job.imsJobId ?? 'none'}`,
    `Project id: ${job.projectId}`,
    `Image id: ${job.imageId ?? 'none'}`,
    `Code: ${failure?.code ?? 'none'}`,
    `Message: ${failure?.message ?? 'none'}`,
    `Request id: ${failure?.requestId ?? lastAnswer?.requestId ?? 'none'}`,
    `Submitted: ${utc(job.submittedAt)}`,
    `Accepted: ${utc(job.acceptedAt)}`,
    `First seen running: ${utc(job.runningAt)}`,
    `Last checked: ${utc(job.lastCheckedAt)}`,
    `Ended: ${utc(job.endedAt)}`,
    `Minimum disk: ${imported ? `${imported.minDiskGb} GB` : 'not known'}`,
    `Slipway id: ${job.id}`,
  ].join('\n')
}

function workIn({ request, file, imageName }: JobView): string {
  if (request?.kind === 'export') return `Export of image ${request.imageId} to ${file}`
  if (request?.kind === 'copy') return `Copy of image ${request.imageId} as ${imageName}`
  return `Import of ${file ?? 'a file that is not known'} as ${imageName}`
}

function utc(at: number | null): string {
  return at === null ? 'not yet' : new Date(at).toISOString()
}
