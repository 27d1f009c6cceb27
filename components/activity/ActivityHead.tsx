'use client'

import { Button } from '@mantine/core'
import { Icon } from '@/components/elements/Icon'
import { PageHead } from '@/components/elements/PageHead'
import button from '@/components/jobs/LinkButton.module.css'
import { useSession } from '@/components/shell/SessionContext'
import { paths } from '@/lib/navigation'

type Props = {
  /** The filters, as the page's address has them; null while they cannot be used. */
  query: string | null
}

export function ActivityHead({ query }: Props) {
  const { project } = useSession()
  return (
    <PageHead
      title="Activity"
      sub={`Every change made in ${project.name} through Slipway. Reads are not recorded.`}
      actions={
        query === null ? null : (
          <Button
            component="a"
            href={paths.api.activityCsv(query)}
            download
            className={button.button ?? ''}
            leftSection={<Icon name="arrow-down" />}
          >
            Export CSV
          </Button>
        )
      }
    />
  )
}
