'use client'

import { Combobox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { Icon } from '@/components/elements/Icon'
import { SlowNotice } from '@/components/elements/SlowNotice'
import type { ExplainedError } from '@/lib/cloud/explained-error'
import classes from './ProjectOptions.module.css'
import { projectListQuery } from './queries'
import { ProblemError } from './request'
import { useSession } from './SessionContext'

type Props = { isOpen: boolean; refusal: ExplainedError | null }

export function ProjectOptions({ isOpen, refusal }: Props) {
  const { project: current, region } = useSession()
  const [search, setSearch] = useState('')
  const { data, error, isPending } = useQuery({ ...projectListQuery(), enabled: isOpen })
  const wanted = search.trim().toLowerCase()
  const projects = data?.projects.filter(({ name }) => name.toLowerCase().includes(wanted)) ?? []
  return (
    <>
      <Combobox.Search
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        placeholder="Find a project"
        aria-label="Find a project"
      />
      {refusal ? <ErrorBox error={refusal} alert /> : null}
      <Combobox.Options className={classes.options} aria-label="Projects" aria-busy={isPending}>
        <Combobox.Group label={region.title}>
          {projects.map(({ id, name }) => (
            <Combobox.Option key={id} value={id} className={classes.option} active={id === current.id}>
              <span className={classes.name}>{name}</span>
              {id === current.id ? (
                <>
                  <Icon name="check" />
                  <span className="sr-only">current</span>
                </>
              ) : null}
            </Combobox.Option>
          ))}
        </Combobox.Group>
        {data && projects.length === 0 ? <Combobox.Empty>No project matches.</Combobox.Empty> : null}
      </Combobox.Options>
      {isPending ? <SlowNotice service="IAM" /> : null}
      {error instanceof ProblemError ? <ErrorBox error={error.error} alert /> : null}
    </>
  )
}
