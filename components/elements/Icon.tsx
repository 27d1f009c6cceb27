import type { ReactNode } from 'react'
import classes from './Icon.module.css'

/** Drawn in a 16 box with a 1.5 stroke, for the size they are shown at. */
const SHAPES = {
  import: <path d="M8 2v7.2M5 6.6 8 9.6l3-3M2.5 10.5v2a1.5 1.5 0 0 0 1.5 1.5h8a1.5 1.5 0 0 0 1.5-1.5v-2" />,
  jobs: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 4.8V8l2.2 1.6" />
    </>
  ),
  images: (
    <>
      <rect x="2.2" y="4.8" width="11.6" height="8.8" rx="1.8" />
      <path d="M4.4 2.3h7.2M5 10.8h2.4" />
      <circle cx="10.8" cy="10.8" r=".4" fill="currentColor" />
    </>
  ),
  activity: <path d="M6.2 3.5h7.3M6.2 8h7.3M6.2 12.5h7.3M2.6 3.5h.8M2.6 8h.8M2.6 12.5h.8" />,
  settings: (
    <>
      <path d="M2 5h6.4M12 5h2M2 11h2M7.6 11H14" />
      <circle cx="10.2" cy="5" r="1.8" />
      <circle cx="5.8" cy="11" r="1.8" />
    </>
  ),
  bell: <path d="M3.4 11.4c.9-1 1.1-1.9 1.1-4.2a3.5 3.5 0 0 1 7 0c0 2.3.2 3.2 1.1 4.2zM6.7 13.6h2.6" />,
  copy: (
    <>
      <rect x="5.4" y="5.4" width="8" height="8" rx="1.6" />
      <path d="M10.4 3.6v-.2A1.2 1.2 0 0 0 9.2 2.2H3.8a1.6 1.6 0 0 0-1.6 1.6v5.4a1.2 1.2 0 0 0 1.2 1.2h.2" />
    </>
  ),
  check: <path d="m3.4 8.4 3 3 6.2-6.6" />,
  'chevron-down': <path d="m4 6 4 4 4-4" />,
  'chevron-up': <path d="m4 10 4-4 4 4" />,
  'chevron-right': <path d="m6 4 4 4-4 4" />,
  'chevron-left': <path d="m10 4-4 4 4 4" />,
  'chevrons-up-down': <path d="M5 6.2 8 3.2l3 3M5 9.8l3 3 3-3" />,
  'arrow-down': <path d="M8 3v9M4.5 8.8 8 12.3l3.5-3.5" />,
  'arrow-up': <path d="M8 13V4M4.5 7.2 8 3.7l3.5 3.5" />,
  close: <path d="m4.2 4.2 7.6 7.6M11.8 4.2l-7.6 7.6" />,
  plus: <path d="M8 3.2v9.6M3.2 8h9.6" />,
  menu: <path d="M2.5 5h11M2.5 11h11" />,
  refresh: <path d="M13.2 8a5.2 5.2 0 1 1-1.6-3.7l1.6 1.5M13.2 2.6v3.2H10" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.4" />
      <path d="m10.4 10.4 3.2 3.2" />
    </>
  ),
  eye: (
    <>
      <path d="M1.6 8S3.9 3.7 8 3.7 14.4 8 14.4 8 12.1 12.3 8 12.3 1.6 8 1.6 8z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  'eye-off': (
    <>
      <path d="M6.3 4A6.1 6.1 0 0 1 8 3.7c4.1 0 6.4 4.3 6.4 4.3a11 11 0 0 1-1.8 2.3M4.4 5C2.6 6.2 1.6 8 1.6 8s2.3 4.3 6.4 4.3c1.2 0 2.3-.4 3.2-.9" />
      <path d="M6.7 6.7a1.9 1.9 0 0 0 2.6 2.6M2.6 2.6l10.8 10.8" />
    </>
  ),
  link: (
    <path d="M6.8 9.2a2.5 2.5 0 0 0 3.6 0l2.1-2.1a2.55 2.55 0 1 0-3.6-3.6l-.8.8M9.2 6.8a2.5 2.5 0 0 0-3.6 0L3.5 8.9a2.55 2.55 0 1 0 3.6 3.6l.8-.8" />
  ),
  edit: <path d="M10.8 2.7 13.3 5.2 5.6 12.9 2.5 13.5l.6-3.1z" />,
  share: (
    <>
      <circle cx="12" cy="3.6" r="1.7" />
      <circle cx="4" cy="8" r="1.7" />
      <circle cx="12" cy="12.4" r="1.7" />
      <path d="m5.5 7.2 5-2.8M5.5 8.8l5 2.8" />
    </>
  ),
  download: <path d="M8 2v7.2M5 6.6 8 9.6l3-3M3 13.2h10" />,
  trash: (
    <path d="M2.8 4.4h10.4M6.2 4.2V2.8h3.6v1.4M4.2 4.6l.6 7.8a1.2 1.2 0 0 0 1.2 1.1h4a1.2 1.2 0 0 0 1.2-1.1l.6-7.8M6.7 7v4M9.3 7v4" />
  ),
  more: (
    <>
      <circle cx="3.5" cy="8" r=".8" fill="currentColor" />
      <circle cx="8" cy="8" r=".8" fill="currentColor" />
      <circle cx="12.5" cy="8" r=".8" fill="currentColor" />
    </>
  ),
  file: (
    <path d="M9.4 2H4.6a1.4 1.4 0 0 0-1.4 1.4v9.2A1.4 1.4 0 0 0 4.6 14h6.8a1.4 1.4 0 0 0 1.4-1.4V5.4zM9.2 2.2v3.4h3.4" />
  ),
  folder: (
    <path d="M2.2 12V4.2A1.2 1.2 0 0 1 3.4 3h2.7c.4 0 .7.2.9.5l.9 1.2h4.7a1.2 1.2 0 0 1 1.2 1.2V12a1.2 1.2 0 0 1-1.2 1.2H3.4A1.2 1.2 0 0 1 2.2 12z" />
  ),
  bucket: (
    <>
      <ellipse cx="8" cy="3.9" rx="5.3" ry="1.8" />
      <path d="m2.7 3.9 1.2 8.3c.1.9 1.9 1.6 4.1 1.6s4-.7 4.1-1.6l1.2-8.3" />
    </>
  ),
  external: (
    <path d="M6.6 3.2H4.4a1.4 1.4 0 0 0-1.4 1.4v7a1.4 1.4 0 0 0 1.4 1.4h7a1.4 1.4 0 0 0 1.4-1.4V9.4M9.4 2.8h3.8v3.8M13 3 7.6 8.4" />
  ),
  columns: (
    <>
      <rect x="2.2" y="2.8" width="11.6" height="10.4" rx="1.6" />
      <path d="M6.1 3v10M9.9 3v10" />
    </>
  ),
  filter: <path d="M2.4 4h11.2M4.6 8h6.8M6.8 12h2.4" />,
  stop: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="m4 4 8 8" />
    </>
  ),
  lock: (
    <>
      <rect x="3.4" y="7" width="9.2" height="6.6" rx="1.4" />
      <path d="M5.4 6.8V5a2.6 2.6 0 0 1 5.2 0v1.8" />
    </>
  ),
  help: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M6.3 6.3a1.8 1.8 0 1 1 2.5 1.8c-.6.3-.8.6-.8 1.2" />
      <circle cx="8" cy="11.2" r=".35" fill="currentColor" />
    </>
  ),
  sun: (
    <>
      <circle cx="8" cy="8" r="2.7" />
      <path d="M8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M12.4 3.6l-1 1M4.6 11.4l-1 1" />
    </>
  ),
  moon: <path d="M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z" />,
  system: (
    <>
      <rect x="2.2" y="3" width="11.6" height="8" rx="1.4" />
      <path d="M6 13.6h4M8 11.2v2.4" />
    </>
  ),
  'sign-out': (
    <path d="M9.6 4.4V3.6a1.2 1.2 0 0 0-1.2-1.2H4.2A1.2 1.2 0 0 0 3 3.6v8.8a1.2 1.2 0 0 0 1.2 1.2h4.2a1.2 1.2 0 0 0 1.2-1.2v-.8M6.6 8h7M11.4 5.6 13.8 8l-2.4 2.4" />
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 7.4v3.4" />
      <circle cx="8" cy="5.2" r=".35" fill="currentColor" />
    </>
  ),
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof SHAPES

type Props = { name: IconName; size?: number; className?: string | undefined }

/** Decoration: the word stands beside it, or in the button's label. */
export function Icon({ name, size = 16, className }: Props) {
  return (
    <svg
      className={className ? `${classes.icon} ${className}` : classes.icon}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
    >
      {SHAPES[name]}
    </svg>
  )
}
