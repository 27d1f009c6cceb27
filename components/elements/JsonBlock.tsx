import { CopyButton } from './CopyButton'
import classes from './JsonBlock.module.css'

type Props = {
  value: unknown
  /** Names the region: "Last answer as JSON". */
  label: string
  copyLabel?: string
}

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|(-?\b\d[\d.eE+-]*\b|\btrue\b|\bfalse\b|\bnull\b)/g

export function JsonBlock({ value, label, copyLabel = 'Copy JSON' }: Props) {
  const text = JSON.stringify(value, null, 2) ?? 'null'
  return (
    <div className={classes.block}>
      <div className={classes.copy}>
        <CopyButton value={text} label={copyLabel} size="xs" />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard */}
      <section className={classes.scroll} aria-label={label} tabIndex={0}>
        <pre className={`mono ${classes.pre}`}>{coloured(text)}</pre>
      </section>
    </div>
  )
}

function coloured(text: string) {
  const parts = []
  let end = 0
  for (const { 0: whole, 1: string, 2: colon, index } of text.matchAll(TOKEN)) {
    if (index > end) parts.push(text.slice(end, index))
    const kind = string === undefined ? classes.literal : colon === undefined ? classes.string : classes.key
    parts.push(
      <span key={index} className={kind}>
        {whole}
      </span>,
    )
    end = index + whole.length
  }
  parts.push(text.slice(end))
  return parts
}
