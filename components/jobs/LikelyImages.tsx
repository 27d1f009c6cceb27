'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { takeLikelyImage } from '@/app/(console)/jobs/[jobId]/actions'
import { ImageStatus } from '@/components/elements/ImageStatus'
import { Moment } from '@/components/elements/Moment'
import { useUnderWay } from '@/components/elements/useUnderWay'
import type { ProblemBody } from '@/lib/cloud/explained-error'
import type { LikelyImages as Likely } from '@/lib/import/unconfirmed-view'
import type { JobView } from '@/lib/jobs/view'
import { paths } from '@/lib/navigation'
import classes from './LikelyImages.module.css'
import { noAnswer } from './no-answer'

type Props = {
  job: JobView
  /** Null: not read yet. */
  likely: Likely | null
  /** The last look failed. */
  isUnread: boolean
  onLookAgain: () => void
  onProblem: (problem: ProblemBody) => void
  onDecided: () => void
}

/** Images of the name that were made since: one of them may be what the request made. */
export function LikelyImages({ job, likely, isUnread, onLookAgain, onProblem, onDecided }: Props) {
  const { isUnderWay: isTaking, start } = useUnderWay()

  const take = (imageId: string) =>
    start(async () => {
      const taken = await takeLikelyImage({ jobId: job.id, imageId }).catch(noAnswer)
      if (taken.ok) onDecided()
      else onProblem(taken.error)
    })
  if (job.kind === 'export')
    return <p>Look into the bucket for {job.file}: if the file is there or grows, IMS took the request.</p>
  if (isUnread)
    return (
      <p>
        Images could not be listed, so it is not known whether there is one named {job.imageName}.{' '}
        <Button variant="transparent" size="xs" onClick={onLookAgain}>
          Look again
        </Button>
      </p>
    )
  if (likely === null) return <p>Looking for an image named {job.imageName}…</p>
  if (likely.images.length === 0)
    return (
      <p>
        No image named {job.imageName} since <Moment at={job.submittedAt} form="clock" />. Slipway looks every
        15&nbsp;s for 10&nbsp;min; IMS may take a while to show one.
      </p>
    )
  return (
    <>
      <p>
        {likely.images.length === 1 ? '1 image' : `${likely.images.length} images`} of this name, made since:
      </p>
      <ul className={classes.list}>
        {likely.images.map(({ id, state, status, createdAt }) => (
          <li key={id} className={classes.image}>
            <Link href={paths.image(id)} className="mono">
              {id}
            </Link>
            <ImageStatus state={state} status={status} />
            {createdAt === null ? null : (
              <span>
                made <Moment at={createdAt} form="seconds" />
              </span>
            )}
            <Button size="xs" aria-disabled={isTaking} onClick={() => take(id)}>
              This is it
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
