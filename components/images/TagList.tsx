import { Nothing } from '@/components/elements/Nothing'
import { Tag } from '@/components/elements/Tag'
import classes from './TagList.module.css'

type Props = {
  tags: readonly string[]
  /** In tables: the first ones, then how many more there are. */
  max?: number
}

export function TagList({ tags, max = tags.length }: Props) {
  if (tags.length === 0) return <Nothing />
  const rest = tags.slice(max)
  return (
    <span className={classes.tags}>
      {tags.slice(0, max).map((tag) => (
        <Tag key={tag}>{tag}</Tag>
      ))}
      {rest.length > 0 ? <span title={rest.join(', ')}>+{rest.length}</span> : null}
    </span>
  )
}
