import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { CardHeader } from '@/components/elements/CardHeader'
import type { ImageView } from '@/lib/images/view'
import { serverSentence, supportWords } from './server-words'
import classes from './WhichServers.module.css'

type Props = { image: ImageView; className?: string | undefined }

export function WhichServers({ image, className }: Props) {
  const marks = supportWords(image)
  return (
    <Card labelledBy="which-servers" className={className}>
      <CardHeader id="which-servers" title="Which servers will offer it" />
      <CardBody>
        <p>
          {image.state === 'deactivated' ? 'None until it is active again. Then: ' : ''}
          {serverSentence(image)}
        </p>
        {marks.length > 0 ? <p className={classes.marks}>It is marked for {marks.join(', ')}.</p> : null}
      </CardBody>
    </Card>
  )
}
