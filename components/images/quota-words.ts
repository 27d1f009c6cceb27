import { formatCount } from '@/lib/images/count-words'
import type { QuotaView } from '@/lib/images/view'

/** From here on the room that is left is worth a warning. */
const NEARLY_FULL = 0.9

export type QuotaWords = { level: 'fine' | 'nearly-full' | 'full'; used: string; warning: string | null }

export function quotaWords({ used, quota }: QuotaView): QuotaWords {
  const words = `${formatCount(used)} of ${formatCount(quota)} private ${quota === 1 ? 'image' : 'images'}`
  if (used >= quota)
    return {
      level: 'full',
      used: words,
      warning: 'Full. Delete images or ask for more; imports will be refused.',
    }
  return used >= quota * NEARLY_FULL
    ? { level: 'nearly-full', used: words, warning: `${quota - used} left` }
    : { level: 'fine', used: words, warning: null }
}
