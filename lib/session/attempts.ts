import { once } from '../config/once-per-process.ts'

/** IAM's defaults (iam.md 1, Lockout): five failures within 15 minutes lock a user for 15 minutes. */
export const IAM_FAILURES_TO_LOCK = 5
export const IAM_LOCK_MS = 15 * 60_000
/** From this failure on a person is told how many attempts are left. */
export const WARN_FROM_FAILURE = 3

/** Slipway's own limit: so many failures from one address within the window, then it waits for the window's end. */
const ADDRESS_FAILURES_MAX = 20
const ADDRESS_WINDOW_MS = 60_000
const REMEMBERED_MAX = 10_000

/**
 * Failed sign-ins of the last minutes, in this process. Others may have failed elsewhere, so what is left before
 * IAM locks a user is "at most" so many.
 */
export class FailedAttempts {
  readonly #times = new Map<string, number[]>()

  /** Failures of this user within IAM's window, this one included. */
  recordUser(user: string, now: number): number {
    return this.#record(`user ${user}`, now, IAM_LOCK_MS)
  }

  recordAddress(address: string, now: number): void {
    this.#record(`address ${address}`, now, ADDRESS_WINDOW_MS)
  }

  /** A sign-in that worked: IAM counts from nought again. */
  forgetUser(user: string): void {
    this.#times.delete(`user ${user}`)
  }

  /** Epoch milliseconds until which no attempt is taken from this address; null when one is. */
  blockedUntil(address: string, now: number): number | null {
    const times = (this.#times.get(`address ${address}`) ?? []).filter((at) => at > now - ADDRESS_WINDOW_MS)
    const first = times.at(-ADDRESS_FAILURES_MAX)
    return first === undefined ? null : first + ADDRESS_WINDOW_MS
  }

  #record(key: string, now: number, windowMs: number): number {
    const times = [...(this.#times.get(key) ?? []).filter((at) => at > now - windowMs), now].slice(
      -ADDRESS_FAILURES_MAX,
    )
    this.#times.delete(key)
    this.#times.set(key, times)
    const oldest = this.#times.keys().next()
    if (this.#times.size > REMEMBERED_MAX && !oldest.done) this.#times.delete(oldest.value)
    return times.length
  }
}

export function failedAttempts(): FailedAttempts {
  return once('failed-attempts', () => new FailedAttempts())
}
