import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { CardHeader } from '@/components/elements/CardHeader'

type Props = { className?: string | undefined }

export function LeaveCard({ className }: Props) {
  return (
    <Card labelledBy="leave" className={className}>
      <CardHeader id="leave" title="You can leave this page" />
      <CardBody>The server keeps watching, even with every tab closed.</CardBody>
    </Card>
  )
}
