import { type Ref, useId } from 'react'
import { StatusMark } from '@/components/elements/StatusMark'
import controls from '@/components/form/control.module.css'
import fields from '@/components/form/Field.module.css'

type Props = {
  ref: Ref<HTMLInputElement>
  /** What has to be typed, letter by letter. */
  wanted: string
  typed: string
  /** Something else was typed, and sent. */
  isWrong: boolean
  onType: (text: string) => void
}

/** What cannot be taken back is confirmed in writing. */
export function TypeToConfirm({ ref, wanted, typed, isWrong, onType }: Props) {
  const id = useId()
  return (
    <div className={fields.field}>
      <label className={fields.label} htmlFor={id}>
        Type {wanted} to confirm
      </label>
      <input
        ref={ref}
        id={id}
        data-autofocus
        className={controls.control}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={typed}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      {isWrong ? (
        <p id={`${id}-wrong`} className={fields.message} role="alert">
          <StatusMark shape="bad" className={fields.shape} />
          <span>Type exactly: {wanted}</span>
        </p>
      ) : null}
    </div>
  )
}
