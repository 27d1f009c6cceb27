/**
 * A job as routes send it and pages show it. It holds moments, never ages, so that an unchanged job answers
 * 304. All times are epoch milliseconds.
 */
import * as z from 'zod/mini'
import { explainedError } from '../cloud/explained-error.ts'
import { jobRequest } from '../cloud/job-request.ts'
import { JOB_STATES } from './states.ts'
import { unseenEnds } from './unseen-view.ts'
import { usualTime } from './usual-time.ts'

export const jobSummary = z.object({
  /** Slipway's own id of the import (the submission id), known before IMS answers. */
  id: z.string(),
  /** Grows with every change. */
  version: z.number(),
  state: z.enum(JOB_STATES),
  /** Null where it is not known. */
  kind: z.nullable(z.enum(['system', 'data', 'export', 'copy'])),
  /** "Job 5e1f…6071" as long as it is not known. */
  imageName: z.string(),
  /** `bucket:key`; null where it is not known. */
  file: z.nullable(z.string()),
  /** Null where it is not known: then somebody has added it by the id that IMS gave. */
  startedBy: z.nullable(z.string()),
  addedBy: z.nullable(z.string()),
  submittedAt: z.number(),
  /** When the call to IMS began; null while it is known that none has been made. */
  sentAt: z.nullable(z.number()),
  endedAt: z.nullable(z.number()),
  /** IMS code and what it means in short, for lists; null unless it failed. */
  failure: z.nullable(explainedError),
  /** The image it made; an export makes none. */
  imageId: z.nullable(z.string()),
  /** The image that is exported or copied; null for an import. */
  ofImageId: z.nullable(z.string()),
  imsJobId: z.nullable(z.string()),
  /** How long imports like it had taken when it was sent; null where too few are known. */
  usual: z.nullable(usualTime),
})
export type JobSummary = z.infer<typeof jobSummary>

/** From when an import's time is counted: it takes none of IMS's while it waits in Slipway's queue. */
export const startOf = ({ submittedAt, sentAt }: Pick<JobSummary, 'submittedAt' | 'sentAt'>) =>
  sentAt ?? submittedAt

export const jobView = z.extend(jobSummary, {
  projectId: z.string(),
  /** When IMS took the request, and how long its answer took. */
  acceptedAt: z.nullable(z.number()),
  acceptedInMs: z.nullable(z.number()),
  /** When Slipway first saw it running. */
  runningAt: z.nullable(z.number()),
  lastCheckedAt: z.nullable(z.number()),
  nextCheckAt: z.nullable(z.number()),
  /** Why the last check gave no answer, while the last known state stands; null when it did. */
  checkError: z.nullable(explainedError),
  /** IMS's last answer about the job as it came, for "Last answer"; null before the first. */
  lastAnswer: z.nullable(
    z.object({
      at: z.number(),
      httpStatus: z.number(),
      requestId: z.nullable(z.string()),
      body: z.unknown(),
    }),
  ),
  /** Null for a job that was not sent from here: what was asked for is not known. */
  request: z.nullable(jobRequest),
  /** Its place in Slipway's queue; null when it is not there. */
  place: z.nullable(
    z.object({
      /** Imports of the project that run by now. */
      running: z.number(),
      /** Imports that wait and came earlier. */
      before: z.number(),
    }),
  ),
  /** IMS's name for the kind of job, an open set; null where it has not said. */
  jobType: z.nullable(z.string()),
  /** How long to wait before asking again; null when nothing more will change. */
  pollAfterMs: z.nullable(z.number()),
})
export type JobView = z.infer<typeof jobView>

/** `GET /api/jobs`: a page, imports that have not ended before all others, each of the two the newest first. */
export const jobList = z.object({
  jobs: z.array(jobSummary),
  /** Where the next page begins; null at the end. */
  next: z.nullable(z.string()),
  /** How many imports of the project have not ended, whatever was asked for. */
  open: z.number(),
  /** How many of those go on for all that is known: neither paused nor unconfirmed. */
  working: z.number(),
  /** The person's own imports that ended and that they have not seen end. */
  unseen: unseenEnds,
  pollAfterMs: z.number(),
})
export type JobList = z.infer<typeof jobList>
