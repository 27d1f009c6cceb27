'use client'

import controls from '@/components/form/control.module.css'
import { Field } from '@/components/form/Field'
import { describedBy } from '@/components/form/field-ids'
import { DESCRIPTION_MAX } from '@/lib/cloud/rules'
import classes from './DescriptionField.module.css'
import { fieldId } from './fields'
import { useImportField } from './useImportField'

/** From here on the count is worth knowing; before, it is noise. */
const COUNTED_FROM = 900

export function DescriptionField() {
  const name = 'description'
  const { value, message, readOnly, change, leave } = useImportField(name)
  const count = value.length >= COUNTED_FROM ? `${value.length} of ${DESCRIPTION_MAX}` : null
  return (
    <Field
      id={fieldId(name)}
      label="Description"
      extra="optional"
      mark={count ? <span className={classes.count}>{count}</span> : null}
      message={message}
    >
      <textarea
        id={fieldId(name)}
        className={`${controls.control} ${controls.area}`}
        rows={2}
        readOnly={readOnly}
        value={value}
        aria-invalid={message !== undefined}
        aria-describedby={describedBy(fieldId(name), { extra: true, mark: count, message })}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={leave}
      />
    </Field>
  )
}
