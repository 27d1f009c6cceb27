'use client'

import { Button } from '@mantine/core'
import { writeBrowserSetting } from '@/components/elements/browser-settings'
import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { CardHeader } from '@/components/elements/CardHeader'
import { Facts } from '@/components/elements/Facts'
import { useBrowserSetting } from '@/components/elements/useBrowserSetting'
import type { CloudNames } from '@/lib/images/model'
import type { ImageService, ImageView } from '@/lib/images/view'
import { DetailGroup } from './DetailGroup'
import { detailGroups } from './detail-groups'
import { Folded } from './Folded'
import { useServiceName } from './useServiceName'

type Props = {
  image: ImageView
  api: ImageService['api']
  cloudNames: CloudNames
  className?: string | undefined
}

/** What is known of it in plain words, with the cloud's own names beside them for whoever wants those. */
export function Details({ image, api, cloudNames, className }: Props) {
  const service = useServiceName()
  const showsNames = useBrowserSetting('cloud-names') === 'on'
  return (
    <Card labelledBy="details" className={className}>
      <CardHeader
        id="details"
        title="Details"
        end={
          <Button
            variant="transparent"
            size="xs"
            aria-pressed={showsNames}
            onClick={() => writeBrowserSetting('cloud-names', showsNames ? 'off' : 'on')}
          >
            {showsNames ? 'Hide the cloud’s names' : 'Show the cloud’s names'}
          </Button>
        }
      />
      <CardBody tight>
        {detailGroups(image, api).map(({ title, facts }) => (
          <DetailGroup
            key={title}
            title={title}
            facts={facts.map(({ of, ...fact }) => ({
              ...fact,
              cloudName: showsNames ? cloudNames[of] : undefined,
            }))}
          />
        ))}
      </CardBody>
      <Folded title="Servers it is marked for" count={image.support.length}>
        {image.support.length === 0 ? (
          <p>It is marked for no kind of server.</p>
        ) : (
          <Facts facts={image.support.map((name) => ({ label: name, value: 'Supported' }))} />
        )}
      </Folded>
      <Folded title={`Other properties as ${service} sent them`} count={image.other.length}>
        <Facts facts={image.other.map(({ name, value }) => ({ label: name, value }))} />
      </Folded>
    </Card>
  )
}
