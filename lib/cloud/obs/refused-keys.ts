import { CloudError } from '../errors.ts'

/** The keys themselves are refused, whatever they were used for: others may do better (obs.md 6). */
export function keysRefused(error: unknown): boolean {
  return (
    error instanceof CloudError &&
    error.service === 'OBS' &&
    (error.code === 'InvalidSecurity' || error.code === 'InvalidAccessKeyId')
  )
}
