import type { ReactNode } from 'react'
import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { CardHeader } from '@/components/elements/CardHeader'
import type { Part } from './parts'

type Props = { part: Part; children: ReactNode }

export function SettingsCard({ part: { id, title }, children }: Props) {
  return (
    <Card labelledBy={id}>
      <CardHeader id={id} title={title} />
      <CardBody tight>{children}</CardBody>
    </Card>
  )
}
