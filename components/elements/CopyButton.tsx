'use client'

import { Button } from '@mantine/core'
import { Icon, type IconName } from './Icon'
import { COPY_WORDS, useCopy } from './useCopy'

type Props = {
  value: string
  /** The whole name: "Copy link". */
  label: string
  icon?: IconName
  variant?: 'default' | 'subtle'
  size?: 'sm' | 'xs'
}

export function CopyButton({ value, label, icon = 'copy', variant = 'default', size = 'sm' }: Props) {
  const { state, copy } = useCopy(value)
  return (
    <Button
      variant={variant}
      size={size}
      leftSection={<Icon name={state === 'copied' ? 'check' : icon} />}
      onClick={copy}
    >
      {state === 'idle' ? label : COPY_WORDS[state]}
    </Button>
  )
}
