import type { Ref } from 'react'
import { StatusMark } from '@/components/elements/StatusMark'
import { type FieldName, fieldId } from './fields'
import classes from './ProblemSummary.module.css'

type Props = {
  problems: readonly { field: FieldName; message: string }[]
  onGoTo: (field: FieldName) => void
  /** For moving focus here. */
  ref: Ref<HTMLDivElement>
}

/** Every problem in one place, each a link to its field. */
export function ProblemSummary({ problems, onGoTo, ref }: Props) {
  return (
    <div ref={ref} role="alert" tabIndex={-1} className={classes.summary}>
      <StatusMark shape="bad" size={18} className={classes.mark} />
      <div>
        <h2 className={classes.title}>
          {problems.length === 1 ? 'There is 1 problem' : `There are ${problems.length} problems`}
        </h2>
        <ul className={classes.list}>
          {problems.map(({ field, message }) => (
            <li key={field}>
              <a
                href={`#${fieldId(field)}`}
                onClick={(event) => {
                  event.preventDefault()
                  onGoTo(field)
                }}
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
