'use client'

import { MantineProvider } from '@mantine/core'
import { setNonce } from 'get-nonce'
import { type ReactNode, useState } from 'react'
import { theme } from './theme'
import { cssVariablesResolver } from './variables'

type Props = { nonce: string; children: ReactNode }

export function ThemeProvider({ nonce, children }: Props) {
  // A server action's redirect renders the layout again with another nonce, but the page still obeys the first
  // answer's policy: styles inserted under a later nonce are blocked. Dialogs read theirs through get-nonce.
  const [first] = useState(() => {
    if (typeof window !== 'undefined') setNonce(nonce)
    return nonce
  })

  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => first}
    >
      {children}
    </MantineProvider>
  )
}
