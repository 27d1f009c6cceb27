'use client'

import { Combobox, useCombobox } from '@mantine/core'
import { use, useMemo, useState } from 'react'
import { Icon } from '@/components/elements/Icon'
import classes from '@/components/form/combo.module.css'
import controls from '@/components/form/control.module.css'
import { Field } from '@/components/form/Field'
import { describedBy } from '@/components/form/field-ids'
import { OS_FAMILIES, searchOs } from '@/lib/import/operating-systems'
import { FoundMark } from './FoundMark'
import { fieldId } from './fields'
import { PreflightContext } from './PreflightContext'
import { useImportField } from './useImportField'

type Props = { required: boolean }

const HELP_REQUIRED = 'Cannot be changed later.'
const HELP_OPTIONAL = 'Left empty, IMS looks into the file. Cannot be changed later.'

/**
 * Text first: what is typed is the value, and a full name needs no click. The list filters while typing and shows
 * everything when opened by click or arrow key.
 */
export function OperatingSystemField({ required }: Props) {
  const name = 'osVersion'
  const { value, message, finding, readOnly, change, leave } = useImportField(name)
  const { found } = use(PreflightContext)
  const mark = found.osVersion ? <FoundMark name={name} value={value} /> : null
  const [search, setSearch] = useState<string | null>(null)
  const [, setList] = useState<HTMLDivElement | null>(null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const families = useMemo(() => (search === null ? OS_FAMILIES : searchOs(search)), [search])
  const help = required ? HELP_REQUIRED : HELP_OPTIONAL
  const extra = required ? undefined : 'optional'

  const open = () => {
    if (readOnly) return
    setSearch(null)
    combobox.openDropdown()
  }
  return (
    <Field
      id={fieldId(name)}
      label="Operating system"
      extra={extra}
      mark={mark}
      help={help}
      finding={finding}
      message={message}
    >
      <Combobox
        store={combobox}
        readOnly={readOnly}
        // Inside the page's main landmark, not at the end of the document.
        withinPortal={false}
        onOptionSubmit={(version) => {
          change(version)
          setSearch(null)
          combobox.closeDropdown()
        }}
      >
        <div className={classes.box}>
          <Combobox.Target withExpandedAttribute>
            <input
              id={fieldId(name)}
              className={`${controls.control} ${classes.input}`}
              placeholder="Choose a system"
              autoComplete="off"
              spellCheck={false}
              readOnly={readOnly}
              value={value}
              aria-autocomplete="list"
              aria-invalid={message !== undefined}
              aria-describedby={describedBy(fieldId(name), { extra, mark, help, finding, message })}
              onChange={(event) => change(event.currentTarget.value)}
              // Typing what stands there already searches as well, and is no change.
              onInput={(event) => {
                setSearch(event.currentTarget.value)
                combobox.openDropdown()
                combobox.updateSelectedOptionIndex()
              }}
              onClick={open}
              onBlur={() => {
                combobox.closeDropdown()
                const exact = inListSpelling(value)
                if (exact !== value) change(exact)
                leave()
              }}
            />
          </Combobox.Target>
          <Icon name="chevron-down" className={classes.chevron} />
        </div>
        <Combobox.Dropdown>
          {/* The ref renders once more when the list is there: only then can the field say which list it controls.
              Named apart from the field, so that the label leads to one element only. */}
          <Combobox.Options
            id="operating-systems"
            ref={setList}
            aria-label="Systems"
            className={classes.options}
          >
            {families.length === 0 ? <Combobox.Empty>No system of the list matches.</Combobox.Empty> : null}
            {families.map(({ family, versions }) => (
              <Combobox.Group key={family} label={family}>
                {versions.map((version) => (
                  <Combobox.Option key={version} value={version} active={version === value}>
                    {version}
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </Field>
  )
}

/** Case and outer blanks do not matter to a person; IMS takes the exact spelling only. */
function inListSpelling(typed: string): string {
  const wanted = typed.trim().toLowerCase()
  const versions = OS_FAMILIES.flatMap((family) => family.versions)
  return versions.find((version) => version.toLowerCase() === wanted) ?? typed
}
