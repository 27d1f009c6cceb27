'use client'

import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { CardHeader } from '@/components/elements/CardHeader'
import { CopyLink } from '@/components/jobs/CopyLink'
import type { ImageView } from '@/lib/images/view'
import { CodeBlock } from '../code/CodeBlock'
import classes from './OtherSide.module.css'

type Props = { image: ImageView }

/** A share takes effect when the other project accepts it; this is what to send them. */
export function OtherSide({ image }: Props) {
  return (
    <Card labelledBy="other-side">
      <CardHeader id="other-side" title="What the other side has to do" end={<CopyLink />} />
      <CardBody>
        <p className={classes.text}>
          Accept it. In Slipway that is on the page of this image, opened in their project. With OpenStack’s
          own client it is:
        </p>
        <CodeBlock
          code={{ code: `openstack image set --accept ${image.id}`, note: null }}
          label="Accept it"
        />
      </CardBody>
    </Card>
  )
}
