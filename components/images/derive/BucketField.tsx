'use client'

import { Combobox, useCombobox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Icon } from '@/components/elements/Icon'
import classes from '@/components/form/combo.module.css'
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
  const [search, setSearch] = useState('')
  const [, setList] = useState<HTMLDivElement | null>(null)
  const names = (data?.buckets ?? []).filter((bucket) => bucket.region === region).map(({ name }) => name)
  const found = names.filter((name) => name.includes(search.trim().toLowerCase()))
  const [isAsked, setAsked] = useState(false)
  const combobox = useCombobox({
    // A list that has nothing to show is none: it would keep Escape from the dialog.
    opened: isAsked && found.length > 0,
    onOpenedChange: (isOpen) => {
      setAsked(isOpen)
      combobox.resetSelectedOption()
      // What stands in the field is a choice made, and no search, when the list opens again.
      if (!isOpen) setSearch('')
    },
  })
  const help = isError
    ? 'Buckets could not be listed; type the name.'
    : data && region !== '' && names.length === 0
      ? `No bucket in ${region} is known here; type the name.`
      : undefined

  return (
    <Field id={id} label={label} help={help} message={message}>
      <Combobox
        store={combobox}
        // In the dialog that asks, whose outside is inert.
        withinPortal={false}
        onOptionSubmit={(name) => {
          onChange(name)
          combobox.closeDropdown()
        }}
      >
        <div
          className={classes.box}
          onKeyDownCapture={(event) => {
            // Escape closes the list, and not the dialog round it.
            if (event.key === 'Escape' && combobox.dropdownOpened) event.preventDefault()
          }}
        >
          <Combobox.Target withExpandedAttribute>
            <input
              id={id}
              className={`${controls.control} ${controls.mono} ${classes.input}`}
              data-autofocus={hasFocus || undefined}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={value}
              aria-autocomplete="list"
              aria-invalid={message !== undefined}
              aria-describedby={describedBy(id, { help, message })}
              onChange={(event) => {
                onChange(event.currentTarget.value)
                setSearch(event.currentTarget.value)
                combobox.openDropdown()
                combobox.updateSelectedOptionIndex()
              }}
              onClick={() => combobox.openDropdown()}
              onBlur={() => combobox.closeDropdown()}
            />
          </Combobox.Target>
          <Icon name="chevron-down" className={classes.chevron} />
        </div>
        <Combobox.Dropdown>
          {/* The ref renders once more when the list is there: only then can the field say which list it controls.
              Named apart from the field, so that the label leads to one element only. */}
          <Combobox.Options ref={setList} aria-label="Choices" className={classes.options}>
            {found.map((name) => (
              <Combobox.Option key={name} value={name} active={name === value} className="mono">
                {name}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </Field>
  )
}
