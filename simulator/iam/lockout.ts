import type { World } from '../world.ts'

/** Defaults of a domain's policy (iam.md 1, Lockout): 5 failures within 15 minutes lock for 15 minutes. */
const FAILURES_TO_LOCK = 5
const WINDOW_MS = 15 * 60_000
const LOCK_MS = 15 * 60_000

export function isLocked(world: World, userName: string): boolean {
  return (world.failures.get(userName)?.lockedUntilMs ?? 0) > world.clock.now()
}

export function noteFailure(world: World, userName: string): void {
  const now = world.clock.now()
  const earlier = world.failures.get(userName)?.failedAtMs ?? []
  const failedAtMs = [...earlier.filter((at) => at > now - WINDOW_MS), now]
  const locks = failedAtMs.length >= FAILURES_TO_LOCK
  world.failures.set(userName, {
    failedAtMs: locks ? [] : failedAtMs,
    lockedUntilMs: locks ? now + LOCK_MS : 0,
  })
  world.changed()
}

export function forgetFailures(world: World, userName: string): void {
  if (world.failures.delete(userName)) world.changed()
}
