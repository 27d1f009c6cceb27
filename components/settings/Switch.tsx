import type { ComponentProps } from 'react'
import classes from './Switch.module.css'

type Props = Omit<ComponentProps<'input'>, 'type' | 'role' | 'className'>

/** On or off, which takes effect at once. Its label stands elsewhere. */
export function Switch(props: Props) {
  return (
    <span className={classes.switch}>
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is on */}
      <input {...props} type="checkbox" role="switch" className={classes.input} />
      <span className={classes.track} aria-hidden="true" />
    </span>
  )
}
