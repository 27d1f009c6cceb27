import { StatusMark, type StatusShape } from './StatusMark'
import classes from './StatusWord.module.css'

export type StatusVariant = 'pill' | 'plain'

type Props = {
  shape: StatusShape
  word: string
  variant?: StatusVariant | undefined
  /** Speaks when the word changes: for the one status a page is about, never in a list. */
  live?: boolean | undefined
}

/** Shape, word and colour, always all three. */
export function StatusWord({ shape, word, variant = 'plain', live = false }: Props) {
  return (
    <span
      className={`${classes.status} ${classes[variant]} ${classes[shape]}`}
      {...(live ? { role: 'status' } : {})}
    >
      <StatusMark shape={shape} className={classes.mark} />
      {word}
    </span>
  )
}
