import { Button } from '@mantine/core'
import type { Ref } from 'react'
import { Notice } from '@/components/elements/Notice'
import type { EditableField } from '@/lib/images/edit'
import classes from './ConflictBox.module.css'
import { FIELD_LABELS, valueWords } from './field-words'
import type { Conflict } from './useEditForm'

type Props = {
  conflict: Conflict
  /** What was chosen does not go together. */
  isWrong: boolean
  onChoose: (field: EditableField, side: 'mine' | 'theirs') => void
  ref: Ref<HTMLDivElement>
}

const SIDES = [
  { side: 'mine', word: 'Yours', button: 'Keep mine' },
  { side: 'theirs', word: 'Theirs', button: 'Take theirs' },
] as const

/** Nothing is overwritten unseen: for each field that both changed, the person says which value stands. */
export function ConflictBox({ conflict, isWrong, onChoose, ref }: Props) {
  const { fields, chosen } = conflict
  const open = fields.filter((field) => chosen[field] === undefined).length
  return (
    <Notice ref={ref} title="Changed by someone else since you opened this">
      <p>
        Nothing was saved.{' '}
        {open > 0
          ? 'Choose a value for each, then save again.'
          : isWrong
            ? 'Change what is marked below, then save again.'
            : 'Save again to write what you chose.'}
      </p>
      {fields.map((field) => (
        <fieldset key={field} className={classes.field}>
          <legend className={classes.legend}>{FIELD_LABELS[field]}</legend>
          {SIDES.map(({ side, word, button }) => (
            <div key={side} className={classes.side}>
              <span className={classes.word}>{word}</span>
              <span className={classes.value}>{valueWords(conflict[side], field)}</span>
              <Button
                size="xs"
                aria-pressed={chosen[field] === side}
                variant={chosen[field] === side ? 'filled' : 'default'}
                onClick={() => onChoose(field, side)}
              >
                {button}
              </Button>
            </div>
          ))}
        </fieldset>
      ))}
    </Notice>
  )
}
