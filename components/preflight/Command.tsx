import { CopyButton } from '@/components/elements/CopyButton'
import classes from './Command.module.css'

type Props = { command: string }

/** A command to run where the file is. */
export function Command({ command }: Props) {
  return (
    <div className={classes.box}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard */}
      <section aria-label="Command" tabIndex={0} className={classes.scroll}>
        <pre className="mono">{command}</pre>
      </section>
      <CopyButton value={command} label="Copy" size="xs" variant="subtle" />
    </div>
  )
}
