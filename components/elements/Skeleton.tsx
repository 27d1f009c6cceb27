import classes from './Skeleton.module.css'

type Props = { width?: number | string; height?: number; className?: string | undefined }

/** Holds the place of what comes. Nothing shows for the first 150 ms: most answers are there by then. */
export function Skeleton({ width = '100%', height = 16, className }: Props) {
  return (
    <span
      className={className ? `${classes.skeleton} ${className}` : classes.skeleton}
      style={{ width, height }}
      aria-hidden="true"
    />
  )
}
