'use client'

import { Button } from '@mantine/core'
import { type Ref, useId } from 'react'
import { Icon, type IconName } from './Icon'
import { Tip } from './Tip'

type Props = {
  label: string
  icon?: IconName
  /** Why it cannot be done; the button can still have focus, to say so. Null where it can. */
  why: string | null
  isPrimary?: boolean
  opensDialog?: boolean
  onClick: () => void
  ref?: Ref<HTMLButtonElement>
}

/** A button that says why it does nothing. */
export function ActButton({ label, icon, why, isPrimary = false, opensDialog = false, onClick, ref }: Props) {
  const id = useId()
  const button = (
    <Button
      ref={ref}
      variant={isPrimary ? 'filled' : 'default'}
      leftSection={icon ? <Icon name={icon} /> : null}
      aria-disabled={why !== null}
      {...(why === null ? {} : { 'aria-describedby': id })}
      {...(opensDialog ? { 'aria-haspopup': 'dialog' as const } : {})}
      onClick={why === null ? onClick : undefined}
    >
      {label}
    </Button>
  )
  return why === null ? (
    button
  ) : (
    <Tip id={id} text={why} side="below">
      {button}
    </Tip>
  )
}
