'use client'

import { Field } from '@/components/form/Field'
import { describedBy } from '@/components/form/field-ids'
import { TagsBox } from '@/components/form/TagsBox'
import { TAGS_MAX } from '@/lib/cloud/rules'
import { fieldId } from './fields'
import { useImportField } from './useImportField'

const EXTRA = `optional, up to ${TAGS_MAX}`
const HELP = 'Write key.value or key=value. Enter or a comma adds the tag.'

export function TagsField() {
  const { value, message, readOnly, change, leave } = useImportField('tags')
  const id = fieldId('tags')
  return (
    <Field id={id} label="Tags" extra={EXTRA} help={HELP} message={message}>
      <TagsBox
        id={id}
        value={value}
        readOnly={readOnly}
        isWrong={message !== undefined}
        describedBy={describedBy(id, { extra: EXTRA, help: HELP, message })}
        onChange={change}
        onLeave={leave}
      />
    </Field>
  )
}
