/** Sizes for people: binary units only, never mixed with powers of 1000. Input is bytes. */

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const
const STEP = 1024
const DEFAULT_DIGITS = 3
/** Joins a number to its unit. */
const NO_BREAK_SPACE = '\u00a0'
/** Groups thousands without saying "comma" or "point" in any language. */
const NARROW_NO_BREAK_SPACE = '\u202f'

/** More digits than three where rounding would hide the point: 40.0013 GiB. */
type Precision = { digits?: number }

/** "2.86 GiB", "412 KiB", "1 byte": significant digits, without trailing zeros. */
export function formatBytes(bytes: number, { digits = DEFAULT_DIGITS }: Precision = {}): string {
  if (bytes < STEP) return exactBytes(bytes)
  let unit = 0
  let value = bytes
  while (value >= STEP && unit < UNITS.length - 1) {
    value /= STEP
    unit += 1
  }
  let shown = round(value, digits)
  if (shown >= STEP && unit < UNITS.length - 1) {
    shown = 1
    unit += 1
  }
  return `${shown}${NO_BREAK_SPACE}${UNITS[unit]}`
}

/** "42 951 106 560 bytes", grouped by narrow no-break spaces. */
export function exactBytes(bytes: number): string {
  const grouped = Math.trunc(bytes)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, NARROW_NO_BREAK_SPACE)
  return `${grouped}${NO_BREAK_SPACE}${bytes === 1 ? 'byte' : 'bytes'}`
}

/** 1000 to 1023 keep their four digits: "1.02e+3" is what toPrecision alone would make of them. */
function round(value: number, digits: number): number {
  return value >= 10 ** digits ? Math.round(value) : Number(value.toPrecision(digits))
}
