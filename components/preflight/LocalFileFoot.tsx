import { useId } from 'react'
import { Icon } from '@/components/elements/Icon'
import classes from './LocalFileFoot.module.css'

type Props = {
  /** A file is being dragged over the panel. */
  isOver: boolean
  onChoose: (file: File) => void
}

/** The way to check a file before it is uploaded. Our own over a file input: the whole panel takes a dropped file too. */
export function LocalFileFoot({ isOver, onChoose }: Props) {
  const id = useId()
  return (
    <div className={classes.foot} data-over={isOver ? '' : undefined}>
      <input
        type="file"
        id={id}
        className={classes.input}
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) onChoose(file)
          // The same file, changed meanwhile, can be chosen again.
          event.currentTarget.value = ''
        }}
      />
      <label htmlFor={id} className={classes.label}>
        <Icon name="file" />
        Check a file on this computer
      </label>
      <p id={`${id}-help`} className={classes.help}>
        {isOver
          ? 'Drop it to check it here.'
          : 'Or drop one here. It is read in this browser; nothing is uploaded.'}
      </p>
    </div>
  )
}
