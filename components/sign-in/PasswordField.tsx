'use client'

import { PasswordInput } from '@mantine/core'
import { type ComponentProps, useState } from 'react'
import { Icon } from '@/components/elements/Icon'

type Props = Omit<ComponentProps<typeof PasswordInput>, 'label'>

/** Pasting is allowed, and managers are told what it is. */
export function PasswordField(props: Props) {
  const [isShown, setShown] = useState(false)
  return (
    <PasswordInput
      label="Password"
      autoComplete="current-password"
      visible={isShown}
      onVisibilityChange={setShown}
      visibilityToggleIcon={({ reveal }) => <Icon name={reveal ? 'eye-off' : 'eye'} />}
      visibilityToggleButtonProps={{ 'aria-label': 'Show password', 'aria-pressed': isShown, tabIndex: 0 }}
      {...props}
    />
  )
}
