import type { Refusal } from './refusal.ts'

/** The account's default key `ims/default`: an image under it cannot be shared (ims.md 14, encryption). */
const DEFAULT_KEY = '55555555-5555-4555-8555-555555555555'

/** The KMS keys of the demo account. */
const KEYS: ReadonlyMap<string, 'usable' | 'disabled' | 'forbidden'> = new Map([
  ['11111111-1111-4111-8111-111111111111', 'usable'],
  ['22222222-2222-4222-8222-222222222222', 'disabled'],
  ['33333333-3333-4333-8333-333333333333', 'forbidden'],
  [DEFAULT_KEY, 'usable'],
])

/** Why the image cannot be encrypted with that key, if so (ims.md 1: cmk_id; ims.md 14: encryption). */
export function keyRefusal(order: {
  cmkId?: unknown
  isBareMetal: boolean
  isIso: boolean
}): Refusal | undefined {
  if (order.isBareMetal) return { code: 'IMG.0118', message: 'A bare-metal image cannot be encrypted.' }
  if (order.isIso) return { code: 'IMG.0167', message: 'An ISO image cannot be encrypted.' }
  const key = typeof order.cmkId === 'string' ? KEYS.get(order.cmkId.toLowerCase()) : undefined
  if (key === undefined) return { code: 'IMG.0095', message: 'There is no such key.' }
  if (key === 'disabled') return { code: 'IMG.0097', message: 'The key is disabled.' }
  if (key === 'forbidden') return { code: 'IMG.0099', message: 'The key may not be used.' }
  return undefined
}

/** Why an image cannot be read for its key, if so. */
export function originalKeyRefusal(keyId: string): Refusal | undefined {
  const key = KEYS.get(keyId.toLowerCase())
  if (key === undefined) return { code: 'IMG.0101', message: 'The original key does not exist.' }
  if (key === 'disabled') return { code: 'IMG.0102', message: 'The original key is disabled.' }
  if (key === 'forbidden') return { code: 'IMG.0103', message: 'The original key may not be used.' }
  return undefined
}

export function isDefaultKey(keyId: unknown): boolean {
  return keyId === DEFAULT_KEY
}
