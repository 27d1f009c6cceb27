import type { ListedImage } from '@/lib/images/listed'
import { possible } from '@/lib/images/possible'
import type { RowAct } from './row-acts'

export type Blocked = { why: string; rows: readonly ListedImage[] }

/** What to do about a reason that a person can do something about. */
const REMEDIES: Partial<Record<string, string>> = {
  'Delete protection is on.': 'Open the image to turn it off.',
}

/** The images of a selection that an act can be done to, and the others by why it cannot. */
export function splitPossible(
  act: RowAct,
  rows: readonly ListedImage[],
): { can: ListedImage[]; blocked: Blocked[]; cautions: string[] } {
  const can: ListedImage[] = []
  const cautions = new Set<string>()
  const blocked = new Map<string, ListedImage[]>()
  for (const row of rows) {
    const judged = possible(act, row.image, { hasIms: true })
    if (judged.can) {
      can.push(row)
      if (judged.caution) cautions.add(judged.caution)
    } else {
      const why = [judged.why, REMEDIES[judged.why]].filter(Boolean).join(' ')
      blocked.set(why, [...(blocked.get(why) ?? []), row])
    }
  }
  return { can, blocked: [...blocked].map(([why, each]) => ({ why, rows: each })), cautions: [...cautions] }
}
