import { Button } from '@mantine/core'
import classes from '../SubmitBar.module.css'

type Props = {
  sound: number
  all: number
  /** Files that are still being looked at. */
  unread: number
  progress: { done: number; of: number } | null
  onSend: () => void
}

export function SendBar({ sound, all, unread, progress, onSend }: Props) {
  return (
    <div className={classes.bar}>
      <p className={classes.note}>{words(sound, all, unread)}</p>
      <Button
        variant="filled"
        className={classes.submit ?? ''}
        aria-disabled={sound === 0 || progress !== null}
        // As on the import form: a message that appears on leaving a cell must not push the button away.
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => {
          event.currentTarget.focus()
          onSend()
        }}
      >
        {progress ? `Sending ${progress.done + 1} of ${progress.of}…` : importWords(sound, all)}
      </Button>
    </div>
  )
}

const importWords = (sound: number, all: number) =>
  sound === all ? `Import ${images(all)}` : `Import ${sound} of ${images(all)}`

const images = (count: number) => (count === 1 ? '1 image' : `${count} images`)

function words(sound: number, all: number, unread: number): string {
  const wrong = all - sound - unread
  const said = [
    ...(wrong > 0
      ? [
          `${wrong === 1 ? '1 row has' : `${wrong} rows have`} problems and ${wrong === 1 ? 'stays' : 'stay'} here`,
        ]
      : []),
    ...(unread > 0 ? [`${unread === 1 ? '1 file is' : `${unread} files are`} still to be read`] : []),
  ]
  return said.length > 0
    ? `${said.join('; ')}.`
    : 'Slipway sends them as IMS has room: 40 run at the same time.'
}
