import { Button } from '@mantine/core'
import classes from './LocalFileBar.module.css'

type Props = { name: string; onClose: () => void }

/** Which file the panel speaks of, while it is not the form's. */
export function LocalFileBar({ name, onClose }: Props) {
  return (
    <div className={classes.bar}>
      <p className={classes.words}>
        <span className="mono">{name}</span>
        <br />
        On this computer, not in the form.
      </p>
      <Button size="xs" onClick={onClose}>
        Close
      </Button>
    </div>
  )
}
