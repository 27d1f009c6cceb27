import type { ImageApi } from '@/lib/config/image-apis'

/** The sections of the settings page, in their order. The id is the anchor. */
export const PARTS = {
  appearance: { id: 'appearance', title: 'Appearance' },
  notifications: { id: 'notifications', title: 'Notifications' },
  defaults: { id: 'defaults', title: 'Defaults' },
  keyboard: { id: 'keyboard', title: 'Keyboard' },
  session: { id: 'session', title: 'Session' },
  about: { id: 'about', title: 'About' },
} as const satisfies Record<string, { id: string; title: string }>

/** Without IMS there are no imports to be told of, and none to begin with anything. */
const OF_IMPORTS: readonly Part[] = [PARTS.notifications, PARTS.defaults]

export const partsOf = (imageApi: ImageApi): readonly Part[] =>
  Object.values(PARTS).filter((part) => imageApi === 'ims' || !OF_IMPORTS.includes(part))

export type Part = (typeof PARTS)[keyof typeof PARTS]
