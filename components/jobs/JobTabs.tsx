'use client'

import { Tabs } from '@mantine/core'
import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { SentPreflight } from '@/components/preflight/SentPreflight'
import { resultsByCheck } from '@/components/preflight/tally'
import type { JobPreflight } from '@/lib/jobs/preflight-view'
import type { JobView } from '@/lib/jobs/view'
import { LastAnswer } from './LastAnswer'
import { RequestFacts } from './RequestFacts'
import strip from './TabStrip.module.css'

type Props = { job: JobView; preflight: JobPreflight | null; className?: string | undefined }

export function JobTabs({ job, preflight, className }: Props) {
  return (
    <Card label="Request and answer" className={className}>
      <Tabs
        defaultValue="request"
        keepMounted={false}
        classNames={{ list: `${strip.list} ${strip.inCard}`, tab: strip.tab ?? '' }}
      >
        <Tabs.List>
          <Tabs.Tab value="request">Request</Tabs.Tab>
          <Tabs.Tab value="answer">Last answer</Tabs.Tab>
          {preflight ? (
            <Tabs.Tab value="preflight">
              Preflight <span className={strip.count}>{resultsByCheck(preflight.findings).length}</span>
            </Tabs.Tab>
          ) : null}
        </Tabs.List>
        <Tabs.Panel value="request">
          <CardBody tight>
            <RequestFacts job={job} />
          </CardBody>
        </Tabs.Panel>
        <Tabs.Panel value="answer">
          <LastAnswer answer={job.lastAnswer} />
        </Tabs.Panel>
        {preflight ? (
          <Tabs.Panel value="preflight">
            <SentPreflight preflight={preflight} />
          </Tabs.Panel>
        ) : null}
      </Tabs>
    </Card>
  )
}
