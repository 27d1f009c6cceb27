'use client'

import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { Icon } from '@/components/elements/Icon'
import { SkeletonRows } from '@/components/elements/SkeletonRows'
import { SlowNotice } from '@/components/elements/SlowNotice'
import type { ExplainedError } from '@/lib/cloud/explained-error'
import classes from './ProjectPicker.module.css'
import { projectListQuery } from './queries'
import { ProblemError } from './request'
import { useSession } from './SessionContext'

const ROW_HEIGHT = 36

type Props = { refusal: ExplainedError | null; onChoose: (projectId: string) => void }

/**
 * A combobox whose list is always open: typing narrows it, the arrows move in it, Enter chooses. Focus stays in the
 * field, which names the active option.
 */
export function ProjectPicker({ refusal, onChoose }: Props) {
  const { project: current, region } = useSession()
  const [search, setSearch] = useState('')
  const [active, setActive] = useState(0)
  const { data, error, isPending } = useQuery(projectListQuery())
  const field = useRef<HTMLInputElement>(null)
  const listId = useId()
  const wanted = search.trim().toLowerCase()
  const projects = data?.projects.filter(({ name }) => name.toLowerCase().includes(wanted)) ?? []
  const optionId = (index: number) => `${listId}-${index}`

  useEffect(() => {
    // The document's focus: a popover moves it only to what was in it when it opened.
    field.current?.focus()
  }, [])

  function move(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && projects.length > 0) {
      event.preventDefault()
      const next = (active + step + projects.length) % projects.length
      setActive(next)
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
    }
    const chosen = projects[active]
    if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      onChoose(chosen.id)
    }
  }

  return (
    <>
      <input
        ref={field}
        className={classes.search}
        role="combobox"
        aria-label="Find a project"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={projects[active] ? optionId(active) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="Find a project"
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={move}
      />
      {refusal ? <ErrorBox error={refusal} alert /> : null}
      <p className={classes.region}>{region.title}</p>
      <div id={listId} role="listbox" aria-label="Projects" aria-busy={isPending} className={classes.list}>
        {projects.map(({ id, name }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does it by key
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
          <div
            key={id}
            id={optionId(index)}
            role="option"
            aria-selected={id === current.id}
            className={classes.option}
            data-active={index === active || undefined}
            onClick={() => onChoose(id)}
          >
            <span className={classes.name}>{name}</span>
            {id === current.id ? <Icon name="check" /> : null}
          </div>
        ))}
      </div>
      {data && projects.length === 0 ? <p className={classes.region}>No project matches.</p> : null}
      {isPending ? <SkeletonRows rows={3} rowHeight={ROW_HEIGHT} /> : null}
      {isPending ? <SlowNotice service="IAM" /> : null}
      {error instanceof ProblemError ? <ErrorBox error={error.error} alert /> : null}
    </>
  )
}
