import classes from './Tag.module.css'

type Props = { children: string }

export function Tag({ children }: Props) {
  return <span className={classes.tag}>{children}</span>
}
