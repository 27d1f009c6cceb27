type Props = { size?: number; className?: string | undefined }

/** A disk on an incline that runs out level over water. Decoration: the name stands beside it. */
export function Mark({ size = 26, className }: Props) {
  return (
    <svg className={className} viewBox="0 0 24 24" width={size} height={size} fill="none" aria-hidden="true">
      <rect
        x="4.7"
        y="1.5"
        width="9"
        height="5.6"
        rx="1.5"
        fill="currentColor"
        transform="rotate(34 4.7 7.1)"
      />
      <g stroke="currentColor" strokeWidth="2.3" strokeLinecap="round">
        <path d="M1.8 8.5 12.9 16c1.5 1 2.6 1.5 4.3 1.5h5" />
        <path d="M8.2 21.7h14" opacity=".4" />
      </g>
    </svg>
  )
}
