/**
 * Every colour of the console, light then dark. Contrast on surface, canvas and sunken is at least 4.5 for text
 * and 3 for borders of controls and for icons; the icon colours stay apart in simulated protanopia,
 * deuteranopia and tritanopia.
 */

export const palette = {
  canvas: ['#f6f7f9', '#0b0e12'],
  surface: ['#ffffff', '#12161c'],
  raised: ['#ffffff', '#181d25'],
  sunken: ['#f0f2f5', '#0f1318'],
  hover: ['#f3f5f8', '#191f27'],
  selected: ['#e7eaef', '#1c222b'],
  /** Hairlines: decoration, they carry no meaning. */
  line: ['#e3e7ec', '#242a33'],
  'line-soft': ['#edf0f3', '#1d222a'],
  /** Borders of buttons, whose words already tell them apart. */
  edge: ['#c9d0d9', '#38414d'],
  /** Borders of fields. */
  control: ['#7e8796', '#6f7a8a'],
  text: ['#12161d', '#e9edf2'],
  'text-2': ['#475060', '#aab4c1'],
  'text-3': ['#5f6978', '#8d98a7'],
  accent: ['#1757c2', '#7fb2ff'],
  'accent-hover': ['#1149a6', '#a3c8ff'],
  'accent-soft': ['#e9f0fc', '#13243d'],
  'on-accent': ['#ffffff', '#07121f'],
  ok: ['#08704d', '#6fe3b4'],
  'ok-soft': ['#e3f5ee', '#10291f'],
  warn: ['#865300', '#f4bd55'],
  'warn-icon': ['#b07400', '#f4bd55'],
  'warn-soft': ['#fdf2df', '#2c2110'],
  bad: ['#b4143c', '#ff8a7a'],
  'bad-soft': ['#fdebef', '#331a18'],
  'bad-line': ['#d23a5c', '#d9665d'],
  'shadow-1': ['0 1px 2px rgb(16 24 40 / 0.05)', '0 0 0 0 transparent'],
  'shadow-2': ['0 8px 24px rgb(16 24 40 / 0.1)', '0 8px 24px rgb(0 0 0 / 0.5)'],
} as const satisfies Record<string, readonly [light: string, dark: string]>

export type Token = keyof typeof palette
