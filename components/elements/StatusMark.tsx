import type { ReactNode } from 'react'
import classes from './StatusMark.module.css'

const exclamation = (
  <>
    <path className={classes.cut} d="M8 4.9v3.7" strokeWidth="1.7" />
    <circle className={classes.hole} cx="8" cy="11" r=".95" />
  </>
)
const question = (
  <>
    <path className={classes.cut} d="M6.6 6.7a1.45 1.45 0 1 1 2 1.35c-.45.2-.6.45-.6.95" strokeWidth="1.4" />
    <circle className={classes.hole} cx="8" cy="10.9" r=".8" />
  </>
)
const diamond = (
  <>
    <path className={classes.solid} d="M8 1.7 14.3 8 8 14.3 1.7 8z" />
    {question}
  </>
)

/** Told apart by outline alone, in black and white too. */
const SHAPES = {
  running: (
    <>
      <circle cx="8" cy="8" r="5.7" strokeWidth="2" opacity=".28" />
      <path className={classes.quarter} d="M8 2.3a5.7 5.7 0 0 1 5.7 5.7" strokeWidth="2" />
      <path className={classes.threeQuarters} d="M8 2.3a5.7 5.7 0 1 1-5.7 5.7" strokeWidth="2" />
    </>
  ),
  queued: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <circle className={classes.solid} cx="5.3" cy="8" r=".95" />
      <circle className={classes.solid} cx="8" cy="8" r=".95" />
      <circle className={classes.solid} cx="10.7" cy="8" r=".95" />
    </>
  ),
  paused: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M6.4 5.9v4.2M9.6 5.9v4.2" strokeWidth="1.6" />
    </>
  ),
  ok: (
    <>
      <circle className={classes.solid} cx="8" cy="8" r="6.2" />
      <path className={classes.cut} d="m5.2 8.2 2 2 3.7-4" strokeWidth="1.7" />
    </>
  ),
  warn: (
    <>
      <path
        className={classes.solid}
        d="M7.1 2.3 1.5 12.1a1.04 1.04 0 0 0 .9 1.56h11.2a1.04 1.04 0 0 0 .9-1.56L8.9 2.3a1.04 1.04 0 0 0-1.8 0z"
      />
      <path className={classes.cut} d="M8 6v3.1" strokeWidth="1.6" />
      <circle className={classes.hole} cx="8" cy="11.4" r=".9" />
    </>
  ),
  unconfirmed: diamond,
  unknown: diamond,
  bad: (
    <>
      <path className={classes.solid} d="M5.4 1.9h5.2l3.5 3.5v5.2l-3.5 3.5H5.4l-3.5-3.5V5.4z" />
      {exclamation}
    </>
  ),
  pending: <circle cx="8" cy="8" r="5.7" strokeDasharray="2.2 2.276" />,
} as const satisfies Record<string, ReactNode>

export type StatusShape = keyof typeof SHAPES

type Props = { shape: StatusShape; size?: number; className?: string | undefined }

/** Decoration: the word always stands beside it. */
export function StatusMark({ shape, size = 16, className }: Props) {
  return (
    <svg
      className={[classes.mark, classes[shape], className].filter(Boolean).join(' ')}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
    >
      {SHAPES[shape]}
    </svg>
  )
}
