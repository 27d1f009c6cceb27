import 'server-only'
import type { Job } from '../jobs/rows.ts'
import { toJobView } from '../jobs/to-view.ts'
import { paths } from '../navigation.ts'
import type { WebhookEvent } from './view.ts'

type Told = {
  /** The same for every attempt, to drop what comes twice. */
  deliveryId: string
  event: WebhookEvent
  project: { id: string; name: string }
  region: string
  /** Null for a test. */
  job: Job | null
  /** The address people use; null where it is not known. */
  publicUrl: URL | null
}

/** What is sent, as docs/webhooks.md describes it. A function of an import that has ended: every attempt says the same. */
export function webhookBody({ deliveryId, event, project, region, job, publicUrl }: Told): string {
  return JSON.stringify({
    event,
    delivery: deliveryId,
    project,
    region,
    ...(job ? importIn(job, publicUrl) : {}),
  })
}

function importIn(job: Job, publicUrl: URL | null) {
  const view = toJobView(job)
  const { id, imsJobId, startedBy, submittedAt, endedAt, imageId, imageName, failure } = view
  return {
    job: {
      id,
      imsJobId,
      startedBy,
      submittedAt: iso(submittedAt),
      endedAt: endedAt === null ? null : iso(endedAt),
      link: publicUrl && new URL(paths.job(id), publicUrl).href,
    },
    image: { id: imageId, name: imageName },
    file: view.file,
    error: failure && { code: failure.code, title: failure.title },
  }
}

const iso = (at: number) => new Date(at).toISOString()
