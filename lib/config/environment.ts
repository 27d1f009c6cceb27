import 'server-only'
import { resolve } from 'node:path'
import * as z from 'zod/mini'
import { once } from './once-per-process.ts'

const variables = z.object({
  DATA_DIR: z._default(z.string().check(z.minLength(1)), './data'),
  /** PostgreSQL instead of a file in DATA_DIR: what several instances share. */
  DATABASE_URL: z.optional(
    z
      .string()
      .check(z.regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must be an address that begins with postgres://.')),
  ),
  SESSION_SECRET: z.optional(
    z.string().check(z.minLength(32, 'SESSION_SECRET needs at least 32 characters.')),
  ),
  /** The address people use; cookies and the origin check trust it, never the Host header. */
  PUBLIC_URL: z.optional(z.url('PUBLIC_URL must be an address such as https://slipway.example.com.')),
  CLOUDS_FILE: z.optional(z.string().check(z.minLength(1))),
  LOG_LEVEL: z._default(
    z.enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
    ),
    'info',
  ),
  /** Lets webhooks lead into the server's own network, and over plain http. */
  WEBHOOK_ALLOW_PRIVATE: z.optional(z.literal('1', 'WEBHOOK_ALLOW_PRIVATE must be 1, or not be set.')),
  /** Set by the demo: the sign-in page then offers the simulator's account. */
  SLIPWAY_DEMO: z.optional(z.literal('1')),
})

export type Environment = {
  dataDir: string
  /** May hold a password: for the connection alone. */
  databaseUrl: string | null
  sessionSecret: string | null
  publicUrl: URL | null
  cloudsFile: string | null
  logLevel: string
  allowPrivateWebhooks: boolean
  isDemo: boolean
}

/** A setting that cannot be used; its message is a sentence for the person who started the server. */
export class ConfigurationError extends Error {}

/**
 * The environment, read once. Empty variables count as unset.
 * @throws ConfigurationError with one sentence for the first unusable variable.
 */
export function environment(): Environment {
  return once('environment', () => {
    const set = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
    const parsed = z.safeParse(variables, set)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      throw new ConfigurationError(issue?.message || `${String(issue?.path[0])} cannot be used as it is set.`)
    }
    const { DATA_DIR, DATABASE_URL, SESSION_SECRET, PUBLIC_URL, CLOUDS_FILE, LOG_LEVEL } = parsed.data
    if (DATABASE_URL && !SESSION_SECRET)
      throw new ConfigurationError(
        'DATABASE_URL needs a SESSION_SECRET of at least 32 characters, the same for every instance.',
      )
    return {
      dataDir: resolve(DATA_DIR),
      databaseUrl: DATABASE_URL ?? null,
      sessionSecret: SESSION_SECRET ?? null,
      publicUrl: PUBLIC_URL ? new URL(PUBLIC_URL) : null,
      cloudsFile: CLOUDS_FILE ? resolve(CLOUDS_FILE) : null,
      logLevel: LOG_LEVEL,
      allowPrivateWebhooks: parsed.data.WEBHOOK_ALLOW_PRIVATE === '1',
      isDemo: parsed.data.SLIPWAY_DEMO === '1',
    }
  })
}

/** The simulator's account, offered on the sign-in page of a demo and nowhere else. */
export function demoSignIn(): { domain: string; userName: string; password: string; project: string } | null {
  if (!environment().isDemo) return null
  return { domain: 'DEMO', userName: 'demo', password: 'demo-password', project: 'eu-de_demo' }
}
