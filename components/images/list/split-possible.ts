import type { ImageApi } from '@/lib/config/image-apis'
import type { ListedImage } from '@/lib/images/listed'
import { possible } from '@/lib/images/possible'
import type { RowAct } from './row-acts'

export type Blocked = { why: string; rows: readonly ListedImage[] }

/** What to do about delete protection: no call of IMS changes it (ims.md 9). */
const PROTECTION_REMEDY = {
  ims: 'IMS has no call that turns it off; that is left to the tool or service that set it.',
  glance: 'Open the image and turn it off under Edit.',
} as const satisfies Record<ImageApi, string>

const NONE: ReadonlySet<string> = new Set()

/**
 * The images of a selection that an act can be done to, and the others by why it cannot.
 * @param exported ids of images that are being exported
 */
export function splitPossible(
  act: RowAct,
  rows: readonly ListedImage[],
  imageApi: ImageApi,
  exported: ReadonlySet<string> = NONE,
): { can: ListedImage[]; blocked: Blocked[]; cautions: string[] } {
  const can: ListedImage[] = []
  const cautions = new Set<string>()
  const blocked = new Map<string, ListedImage[]>()
  for (const row of rows) {
    const judged = possible(act, row.image, {
      hasIms: imageApi === 'ims',
      isBeingExported: exported.has(row.image.id),
    })
    if (judged.can) {
      can.push(row)
      if (judged.caution) cautions.add(judged.caution)
    } else {
      const isProtection = act === 'delete' && row.image.own && row.image.isProtected
      const why = isProtection ? `${judged.why} ${PROTECTION_REMEDY[imageApi]}` : judged.why
      blocked.set(why, [...(blocked.get(why) ?? []), row])
    }
  }
  return { can, blocked: [...blocked].map(([why, each]) => ({ why, rows: each })), cautions: [...cautions] }
}
