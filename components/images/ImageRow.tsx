import Link from 'next/link'
import { CopyText } from '@/components/elements/CopyText'
import { ImageStatus } from '@/components/elements/ImageStatus'
import { Moment } from '@/components/elements/Moment'
import { Nothing } from '@/components/elements/Nothing'
import classes from '@/components/elements/Table.module.css'
import { formatBytes } from '@/lib/format/bytes'
import type { ImageSummary } from '@/lib/images/view'
import { paths } from '@/lib/navigation'
import row from './ImageRow.module.css'
import { shortSystem } from './system-name'
import { TagList } from './TagList'

const TAGS_SHOWN = 2

type Props = { image: ImageSummary }

export function ImageRow({ image }: Props) {
  const { id, name, state, status, minDiskGb, sizeBytes, bootMode, tags, createdAt, own } = image
  const system = shortSystem(image)
  return (
    <tr>
      <td className={classes.name}>
        <Link href={paths.image(id)} className={classes.link} title={name ?? id}>
          {name ?? 'without a name'}
        </Link>
        <span className={`${row.second} ${classes.above}`}>
          <CopyText value={id} label={`id of ${name ?? 'this image'}`} shorten />
          {own ? null : 'shared'}
        </span>
      </td>
      <td className={classes.status}>
        <ImageStatus state={state} status={status} />
        {state === 'error' ? <span className={row.code}>{status}</span> : null}
      </td>
      <td className={classes.more} title={image.osVersion ?? undefined}>
        {system ?? <Nothing />}
      </td>
      <td className={`${classes.figure} ${classes.more}`}>
        {minDiskGb === null ? <Nothing /> : <>{minDiskGb}&nbsp;GB</>}
      </td>
      <td className={`${classes.figure} ${classes.wide}`}>
        {sizeBytes === null ? <Nothing /> : formatBytes(sizeBytes)}
      </td>
      <td className={classes.wide}>{bootMode?.toUpperCase() ?? <Nothing />}</td>
      <td className={classes.wide}>
        <TagList tags={tags} max={TAGS_SHOWN} />
      </td>
      <td className={`${classes.quiet} ${classes.more}`}>
        {createdAt === null ? <Nothing /> : <Moment at={createdAt} focusable={false} />}
      </td>
    </tr>
  )
}
