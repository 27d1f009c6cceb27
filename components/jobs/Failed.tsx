import { Button } from '@mantine/core'
import Link from 'next/link'
import { CopyButton } from '@/components/elements/CopyButton'
import { ErrorBox } from '@/components/elements/ErrorBox'
import type { JobView } from '@/lib/jobs/view'
import { paths } from '@/lib/navigation'
import classes from './Failed.module.css'
import { supportFacts } from './support-facts'
import { withoutReason } from './without-reason'

type Props = { job: JobView }

export function Failed({ job }: Props) {
  const error = job.failure ?? withoutReason(job)
  const raw = [error.code, error.message].filter((part) => part !== null).join(' ')
  return (
    <ErrorBox
      error={error}
      actions={
        <>
          {raw ? <p className={`mono ${classes.raw}`}>{raw}</p> : null}
          {job.imageId ? (
            <p className={classes.raw}>
              IMS left an image behind. <Link href={paths.image(job.imageId)}>Open image</Link>
            </p>
          ) : null}
          <Button component={Link} href={paths.importAgain(job.id)} variant="filled">
            Fix and import again
          </Button>
          <CopyButton value={supportFacts(job)} label="Copy for support" />
        </>
      }
    />
  )
}
