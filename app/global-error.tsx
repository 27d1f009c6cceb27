'use client'

import './globals.css'
import { palette } from '@/components/theme/palette'

type Props = { error: Error & { digest?: string } }

/** Stands when the root layout itself failed, so it leans on nothing that layout brings. */
export default function GlobalErrorPage({ error }: Props) {
  return (
    <html lang="en">
      <body>
        <title>This page broke · Slipway</title>
        <main
          style={{
            padding: '20vh 16px',
            textAlign: 'center',
            color: palette.text[0],
            background: palette.canvas[0],
          }}
        >
          <h1>This page broke</h1>
          <p>Your data in the cloud was not touched.</p>
          {error.digest ? <p>Error id {error.digest}.</p> : null}
          <p>
            <button type="button" onClick={() => window.location.reload()}>
              Reload
            </button>
          </p>
        </main>
      </body>
    </html>
  )
}
