'use client'

import type { ReactNode } from 'react'
import { Icon } from '@/components/elements/Icon'
import { StatusMark } from '@/components/elements/StatusMark'
import { describedBy, findingId, helpId, messageId } from '@/components/form/field-ids'
import classes from './CheckField.module.css'
import { fieldId } from './fields'
import { useImportField } from './useImportField'

type Props = {
  name: 'automaticConfiguration' | 'initialConfigurationDone' | 'quickImport'
  label: string
  help: ReactNode
}

export function CheckField({ name, label, help }: Props) {
  const { value, message, finding, change, leave } = useImportField(name)
  return (
    <div className={classes.field}>
      <span className={classes.tick}>
        <input
          type="checkbox"
          id={fieldId(name)}
          className={classes.box}
          checked={value}
          aria-invalid={message !== undefined}
          aria-describedby={describedBy(fieldId(name), { help, finding, message })}
          onChange={(event) => change(event.currentTarget.checked)}
          onBlur={leave}
        />
        <Icon name="check" size={12} className={classes.mark} />
      </span>
      <div className={classes.words}>
        <label htmlFor={fieldId(name)} className={classes.label}>
          {label}
        </label>
        <p id={helpId(fieldId(name))} className={classes.help}>
          {help}
        </p>
        {finding ? (
          <p id={findingId(fieldId(name))} className={classes.finding}>
            {finding.isWarning ? <StatusMark shape="warn" /> : null}
            <span>{finding.text}</span>
          </p>
        ) : null}
        {message ? (
          <p id={messageId(fieldId(name))} className={classes.message}>
            <StatusMark shape="bad" />
            <span>{message}</span>
          </p>
        ) : null}
      </div>
    </div>
  )
}
