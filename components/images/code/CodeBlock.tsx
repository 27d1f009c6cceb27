import { CopyButton } from '@/components/elements/CopyButton'
import type { Code } from '@/lib/images/code/subject'
import classes from './CodeBlock.module.css'

type Props = {
  code: Code
  /** What it does, in the region's name: "Share it". */
  label: string
}

/** Code to take away, or why there is none. */
export function CodeBlock({ code, label }: Props) {
  if ('why' in code) return <p className={classes.why}>{code.why}</p>
  return (
    <>
      <div className={classes.block}>
        <div className={classes.copy}>
          <CopyButton value={code.code} label="Copy" size="xs" />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard */}
        <section aria-label={`${label}, code`} tabIndex={0} className={classes.scroll}>
          <pre className="mono">{code.code}</pre>
        </section>
      </div>
      {code.note ? <p className={classes.note}>{code.note}</p> : null}
    </>
  )
}
