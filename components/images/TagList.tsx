import { Nothing } from '@/components/elements/Nothing'
import { Tag } from '@/components/elements/Tag'
import classes from './TagList.module.css'

type Props = {
  tags: readonly string[]
  /** In tables: the first ones, then how many more there are. */
  max?: number
  /** In rows of one height. */
  isOneLine?: boolean
}

export function TagList({ tags, max = tags.length, isOneLine = false }: Props) {
  if (tags.length === 0) return <Nothing />
  const rest = tags.slice(max)
  return (
    <span className={isOneLine ? `${classes.tags} ${classes.line}` : classes.tags}>
      {tags.slice(0, max).map((tag) => (
        <Tag key={tag}>{tag}</Tag>
      ))}
      {rest.length > 0 ? <span title={rest.join(', ')}>+{rest.length}</span> : null}
    </span>
  )
}
