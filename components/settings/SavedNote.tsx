import { Icon } from '@/components/elements/Icon'
import { StatusMark } from '@/components/elements/StatusMark'
import classes from './SavedNote.module.css'
import type { Saving } from './useSaving'

type Props = { saving: Saving }

/** Beside what was changed. Spoken by the page's announcer, so it is no live region. */
export function SavedNote({ saving: { state, again } }: Props) {
  if (state === 'saved')
    return (
      <span className={`${classes.note} ${classes.saved}`}>
        <Icon name="check" size={14} />
        Saved
      </span>
    )
  if (state === 'failed')
    return (
      <span className={`${classes.note} ${classes.failed}`}>
        <StatusMark shape="bad" size={14} />
        Not saved.
        <button type="button" className={classes.again} onClick={again}>
          Try again
        </button>
      </span>
    )
  return state === 'saving' ? <span className={classes.note}>Saving…</span> : null
}
