'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import type { ComponentProps } from 'react'
import { Icon } from '@/components/elements/Icon'

type Props = {
  regions: { id: string; title: string }[]
  /** Names of projects of earlier sign-ins. */
  suggestions: readonly string[]
  region: ComponentProps<typeof NativeSelect>
  project: ComponentProps<typeof TextInput>
}

/** Where to work, whatever one signs in with. */
export function PlaceFields({ regions, suggestions, region, project }: Props) {
  return (
    <>
      <NativeSelect
        label="Region"
        data={regions.map(({ id, title }) => ({ value: id, label: title }))}
        rightSection={<Icon name="chevron-down" />}
        {...region}
      />
      <TextInput
        label="Project"
        description="Optional. Leave it empty to choose from your projects."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        list="earlier-projects"
        {...project}
      />
      <datalist id="earlier-projects">
        {suggestions.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}
