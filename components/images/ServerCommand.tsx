import { Card } from '@/components/elements/Card'
import { CardHeader } from '@/components/elements/CardHeader'
import { CopyButton } from '@/components/elements/CopyButton'
import { serverCommand } from '@/lib/images/code/server-command'
import type { ImageService, ImageView } from '@/lib/images/view'
import classes from './ServerCommand.module.css'

type Props = { image: ImageView; api: ImageService['api']; className?: string | undefined }

export function ServerCommand({ image, api, className }: Props) {
  const command = serverCommand(image, api)
  if (command === null) return null
  return (
    <Card labelledBy="server-command" className={className}>
      <CardHeader
        id="server-command"
        title={image.kind === 'data' ? 'Make a disk from it' : 'Make a server from it'}
        end={<CopyButton value={command} label="Copy command" size="xs" variant="subtle" />}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard */}
      <section aria-label="Command" tabIndex={0} className={classes.pre}>
        <pre className="mono">{command}</pre>
      </section>
    </Card>
  )
}
