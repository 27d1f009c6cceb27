import 'server-only'
import { pino } from 'pino'
import { environment } from './environment.ts'
import { once } from './once-per-process.ts'

/** JSON lines on stdout. What may hold a secret is named here and never written, whoever logs it. */
export function log() {
  return once('log', () =>
    pino({
      level: environment().logLevel,
      redact: {
        paths: [
          'token',
          'password',
          'cookie',
          'headers',
          '*.token',
          '*.password',
          '*.cookie',
          '*.headers',
          '*.secret',
        ],
        censor: '(redacted)',
      },
    }),
  )
}
