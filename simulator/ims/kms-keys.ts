import type { ImportOrder } from './import-order.ts'
import type { Refusal } from './refusal.ts'

/** The KMS keys of the demo account. */
const KEYS: Record<string, 'usable' | 'disabled' | 'forbidden'> = {
  '11111111-1111-4111-8111-111111111111': 'usable',
  '22222222-2222-4222-8222-222222222222': 'disabled',
  '33333333-3333-4333-8333-333333333333': 'forbidden',
}

/** Why the image cannot be encrypted with that key, if so (ims.md 1: cmk_id; ims.md 14: encryption). */
export function keyRefusal(order: ImportOrder): Refusal | undefined {
  const key = typeof order.cmkId === 'string' ? KEYS[order.cmkId.toLowerCase()] : undefined
  if (order.isBareMetal) return { code: 'IMG.0118', message: 'A bare-metal image cannot be encrypted.' }
  if (order.target === 'iso') return { code: 'IMG.0167', message: 'An ISO image cannot be encrypted.' }
  if (key === undefined) return { code: 'IMG.0095', message: 'There is no such key.' }
  if (key === 'disabled') return { code: 'IMG.0097', message: 'The key is disabled.' }
  if (key === 'forbidden') return { code: 'IMG.0099', message: 'The key may not be used.' }
  return undefined
}
