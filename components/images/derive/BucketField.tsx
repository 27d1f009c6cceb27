'use client'

import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import controls from '@/components/form/control.module.css'
import { Field } from '@/components/form/Field'
import { describedBy } from '@/components/form/field-ids'
import { bucketsQuery } from '@/components/import/image-file/queries'

type Props = {
  label: string
  /** Buckets of this region are offered; others may be typed. Empty while it is not known which. */
  region: string
  value: string
  message: string | undefined
  hasFocus?: boolean
  onChange: (value: string) => void
}

/** The name of a bucket, chosen or typed: who may not list buckets may still know one. */
export function BucketField({ label, region, value, message, hasFocus = false, onChange }: Props) {
  const id = useId()
  const { data, isError } = useQuery(bucketsQuery())
  const names = (data?.buckets ?? []).filter((bucket) => bucket.region === region).map(({ name }) => name)
  const help = isError
    ? 'Buckets could not be listed; type the name.'
    : data && region !== '' && names.length === 0
      ? `No bucket in ${region} is known here; type the name.`
      : undefined
  return (
    <Field id={id} label={label} help={help} message={message}>
      <input
        id={id}
        list={`${id}-names`}
        className={`${controls.control} ${controls.mono}`}
        data-autofocus={hasFocus || undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        aria-invalid={message !== undefined}
        aria-describedby={describedBy(id, { help, message })}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={`${id}-names`}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </Field>
  )
}
