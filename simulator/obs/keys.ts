import { createHash, timingSafeEqual } from 'node:crypto'
import type { TemporaryKey } from '../records.ts'
import type { World } from '../world.ts'

/** Who has the permanent keys. */
const PERMANENT_USER = 'demo'

/** Whose keys signed, and what the body must be: the SHA-256 of its bytes in hexadecimal, or a word for none. */
export type Signer = { userName: string; payload: string; temporary?: TemporaryKey }

/** Keys of that name, permanent or temporary, whether or not they have ended. */
export function keysNamed(
  world: World,
  access: string,
): { secret: string; temporary?: TemporaryKey } | undefined {
  const { accessKey, secretKey } = world.options
  if (access === accessKey) return { secret: secretKey }
  const temporary = world.temporaryKeys.get(access)
  return temporary && { secret: temporary.secret, temporary }
}

/** Whether temporary keys came with their security token and before their end, by the simulator's clock. */
export function isCurrent(world: World, temporary: TemporaryKey, securityToken: string | undefined): boolean {
  return securityToken === temporary.securityToken && temporary.expiresAtMs > world.clock.now()
}

export function signerOf(temporary: TemporaryKey | undefined, payload: string): Signer {
  return { userName: temporary?.userName ?? PERMANENT_USER, payload, ...(temporary && { temporary }) }
}

/** Compares in a time that tells nothing. */
export function isSame(expected: string, given: string): boolean {
  const [a, b] = [expected, given].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
