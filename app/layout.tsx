import './globals.css'
import '@mantine/core/styles.layer.css'
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Announcer } from '@/components/elements/Announcer'
import { DensityScript } from '@/components/theme/DensityScript'
import { NONCE_HEADER } from '@/components/theme/nonce-header'
import { palette } from '@/components/theme/palette'
import { ThemeProvider } from '@/components/theme/ThemeProvider'
import { inter, jetBrainsMono } from './fonts'

export const metadata: Metadata = {
  title: { template: '%s · Slipway', default: 'Slipway' },
  description: 'Imports disk images into Open Telekom Cloud.',
  robots: { index: false, follow: false },
  formatDetection: { telephone: false },
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: palette.canvas[0] },
    { media: '(prefers-color-scheme: dark)', color: palette.canvas[1] },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get(NONCE_HEADER) ?? ''
  return (
    <html lang="en" className={`${inter.variable} ${jetBrainsMono.variable}`} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
        <DensityScript nonce={nonce} />
      </head>
      <body>
        <ThemeProvider nonce={nonce}>
          {children}
          <Announcer />
        </ThemeProvider>
      </body>
    </html>
  )
}
