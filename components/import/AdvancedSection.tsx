'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { Icon } from '@/components/elements/Icon'
import type { ImportDraft } from '@/lib/import/draft'
import { AdvancedFields } from './AdvancedFields'
import classes from './AdvancedSection.module.css'

type Props = { isOpen: boolean; onToggle: () => void }

export function AdvancedSection({ isOpen, onToggle }: Props) {
  const { control } = useFormContext<ImportDraft>()
  const kind = useWatch({ control, name: 'kind' })
  return (
    <section className={classes.section} aria-labelledby="advanced">
      <h2 className={classes.title}>
        <button
          type="button"
          id="advanced"
          className={classes.button}
          aria-expanded={isOpen}
          aria-controls="advanced-fields"
          aria-describedby="advanced-summary"
          onClick={onToggle}
        >
          <Icon name="chevron-right" className={classes.chevron} />
          Advanced
        </button>
        <span id="advanced-summary" className={classes.summary}>
          {kind === 'system' ? 'Encryption, memory limits, architecture' : 'Encryption, quick import'}
        </span>
      </h2>
      <div id="advanced-fields" className={classes.fields} hidden={!isOpen}>
        {isOpen ? <AdvancedFields kind={kind} /> : null}
      </div>
    </section>
  )
}
