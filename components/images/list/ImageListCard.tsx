'use client'

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { Empty } from '@/components/elements/Empty'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { SkeletonRows } from '@/components/elements/SkeletonRows'
import { SlowNotice } from '@/components/elements/SlowNotice'
import { ImportImageButton } from '@/components/jobs/ImportImageButton'
import type { ExplainedError } from '@/lib/cloud/explained-error'
import { useServiceName } from '../useServiceName'

export type ListView = 'rows' | 'reading' | 'failed' | 'empty' | 'filtered-empty'

type Props = {
  view: ListView
  error: ExplainedError | null
  onReadRest: () => void
  onClearFilters: () => void
  children: ReactNode
}

/** The table, or what stands in its place. */
export function ImageListCard({ view, error, onReadRest, onClearFilters, children }: Props) {
  const service = useServiceName()
  return (
    <Card label="Images">
      {view === 'rows' ? children : null}
      {view === 'reading' ? (
        <>
          <SlowNotice service={service} />
          <SkeletonRows label="Reading images" />
        </>
      ) : null}
      {view === 'failed' && error ? (
        <CardBody>
          <ErrorBox error={error} actions={<Button onClick={onReadRest}>Read again</Button>} alert />
        </CardBody>
      ) : null}
      {view === 'empty' ? (
        <Empty
          title="No images yet."
          text="An image is a disk that servers start from."
          action={<ImportImageButton />}
        />
      ) : null}
      {view === 'filtered-empty' ? (
        <Empty title="No image matches." action={<Button onClick={onClearFilters}>Clear filters</Button>} />
      ) : null}
    </Card>
  )
}
