'use client'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Facts } from '@/components/elements/Facts'
import { Moment } from '@/components/elements/Moment'
import { useSession } from '@/components/shell/SessionContext'
import classes from './About.module.css'
import { PARTS } from './parts'
import { reachabilityQuery } from './queries'
import { ReachedService } from './ReachedService'
import { SettingsCard } from './SettingsCard'

/** Of an object store nothing is wanted where nothing can be imported. */
const SERVICES = { ims: ['IAM', 'IMS', 'OBS'], glance: ['IAM', 'Glance'] } as const

type Props = { version: string; store: string }

/** The installation: what runs here, and which services of the cloud it reaches at this moment. */
export function About({ version, store }: Props) {
  const { imageApi } = useSession()
  const { data, isFetching, isError, dataUpdatedAt, refetch } = useQuery(reachabilityQuery())
  const known = isFetching ? undefined : data
  return (
    <SettingsCard part={PARTS.about}>
      <Facts
        facts={[
          { label: 'Version', value: version },
          { label: 'Store', value: store },
          ...SERVICES[imageApi].map((service) => ({
            label: service,
            value: (
              <ReachedService
                found={known?.services.find((one) => one.service === service)}
                isFailed={isError && !isFetching}
              />
            ),
          })),
        ]}
      />
      <div className={classes.foot}>
        <Button aria-disabled={isFetching} onClick={() => (isFetching ? undefined : refetch())}>
          {isFetching ? 'Checking…' : 'Check again'}
        </Button>
        {known ? (
          <span>
            Checked <Moment at={dataUpdatedAt} />
          </span>
        ) : null}
      </div>
    </SettingsCard>
  )
}
