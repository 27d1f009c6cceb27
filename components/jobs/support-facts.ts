import { JOB_STATE_WORDS } from '@/lib/jobs/states'
import type { JobView } from '@/lib/jobs/view'

/** All a support ticket needs, as text. Times in UTC: whoever reads it sits in another zone. */
export function supportFacts(job: JobView): string {
  const { failure, lastAnswer, request } = job
  const file = job.file ?? 'a file that is not known'
  return [
    `Import of ${file} as ${job.imageName}: ${JOB_STATE_WORDS[job.state]}`,
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
    `Minimum disk: ${request ? `${request.minDiskGb} GB` : 'not known'}`,
    `Slipway id: ${job.id}`,
  ].join('\n')
}

function utc(at: number | null): string {
  return at === null ? 'not yet' : new Date(at).toISOString()
}
