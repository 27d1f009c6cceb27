'use client'

import { Button } from '@mantine/core'
import { Card } from '@/components/elements/Card'
import { Icon } from '@/components/elements/Icon'
import { JsonBlock } from '@/components/elements/JsonBlock'
import { Moment } from '@/components/elements/Moment'
import type { ImageView } from '@/lib/images/view'
import classes from './JsonTab.module.css'
import { useServiceName } from './useServiceName'

type Props = { image: ImageView }

/** The image as the service gave it, for whoever wants to see what the page makes of it. */
export function JsonTab({ image }: Props) {
  const service = useServiceName()
  return (
    <div className={classes.json}>
      <div className={classes.head}>
        <p className={classes.read}>
          As {service} gave it, <Moment at={image.readAt} form="absolute" />
        </p>
        <Button size="xs" leftSection={<Icon name="download" />} onClick={() => download(image)}>
          Download JSON
        </Button>
      </div>
      <Card className={classes.whole}>
        <JsonBlock value={image.raw} label="Image as JSON" />
      </Card>
    </div>
  )
}

function download({ id, raw }: ImageView): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(raw, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `image-${id}.json`
  link.click()
  URL.revokeObjectURL(address)
}
