/** The sections of the settings page, in their order. The id is the anchor. */
export const PARTS = {
  appearance: { id: 'appearance', title: 'Appearance' },
  notifications: { id: 'notifications', title: 'Notifications' },
  defaults: { id: 'defaults', title: 'Defaults' },
  keyboard: { id: 'keyboard', title: 'Keyboard' },
  session: { id: 'session', title: 'Session' },
  about: { id: 'about', title: 'About' },
} as const satisfies Record<string, { id: string; title: string }>

export type Part = (typeof PARTS)[keyof typeof PARTS]
