'use client'

import { useQuery } from '@tanstack/react-query'
import { CopyButton } from '@/components/elements/CopyButton'
import { regionsQuery } from '@/components/images/derive/queries'
import type { ExportRequest } from '@/lib/cloud/job-request'
import { moveFileCommand } from '@/lib/images/code/move-file'
import { paths } from '@/lib/navigation'
import { LinkButton } from './LinkButton'
import classes from './Onward.module.css'

type Props = { file: ExportRequest['file']; onward: NonNullable<ExportRequest['onward']>; isQuick: boolean }

/** The rest of the way into another region: move the file, then import it over there. */
export function Onward({ file, onward, isQuick }: Props) {
  const { data } = useQuery(regionsQuery())
  const there = data?.others.find(({ id }) => id === onward.regionId)
  if (!data) return null
  if (!there) return <p>The region {onward.regionId} is not in this console’s catalogue any more.</p>
  const { here } = data
  const command = moveFileCommand(
    { regionId: here.id, regionName: here.name, obsUrl: here.obsUrl, ...file },
    {
      regionId: there.id,
      regionName: there.name,
      obsUrl: there.obsUrl,
      bucket: onward.bucket,
      key: file.key,
    },
    isQuick,
  )
  return (
    <ol className={classes.steps}>
      <li>
        <p>
          Move the file to the bucket {onward.bucket} in {there.title}, with AWS’s command line tool and a
          profile of keys for each region:
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard */}
        <section aria-label="Command" tabIndex={0} className={classes.pre}>
          <pre className="mono">{command}</pre>
        </section>
        <CopyButton value={command} label="Copy command" size="xs" />
      </li>
      <li>
        <p>Sign in over there. The import form opens, filled in from this image.</p>
        <LinkButton href={paths.signInAt(there.id, paths.importFilledIn(onward.form))} primary>
          Go on in {there.title}
        </LinkButton>
      </li>
    </ol>
  )
}
