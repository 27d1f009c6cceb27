/**
 * Names the first character a field does not take, so that a message can say which one to remove. Characters
 * that cannot be seen are named by word and code point: a person cannot find them otherwise.
 */

/** Names from the Unicode character database, in plain words. */
const UNSEEN: Readonly<Record<number, string>> = {
  0: 'NUL character',
  9: 'tab',
  10: 'line break',
  13: 'line break',
  27: 'escape character',
  127: 'delete character',
  160: 'no-break space',
  173: 'soft hyphen',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8232: 'line separator',
  8233: 'paragraph separator',
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8236: 'end of direction mark',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  8239: 'narrow no-break space',
  8288: 'word joiner',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  8296: 'first strong isolate',
  8297: 'end of isolate mark',
  65024: 'variation selector',
  65039: 'variation selector',
  65279: 'byte order mark',
}

/** Half of a surrogate pair: no character at all, and UTF-8 cannot carry it. */
const BROKEN = /^\p{Cs}$/u

const codePoint = (point: number) => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`

/** `@`, `space`, `right-to-left mark (U+200F)`. */
export function characterName(character: string): string {
  const point = character.codePointAt(0) ?? 0
  if (character === ' ') return 'space'
  const known = UNSEEN[point]
  if (known) return `${known} (${codePoint(point)})`
  if (BROKEN.test(character)) return `broken character (${codePoint(point)})`
  if (/\p{Cc}/u.test(character)) return `control character (${codePoint(point)})`
  if (/\p{M}/u.test(character)) return `combining mark (${codePoint(point)})`
  if (/[\p{Z}\p{C}]/u.test(character)) return `invisible character (${codePoint(point)})`
  return character
}

/**
 * The name of the first character that `allowed` does not match, null when all do. `allowed` is an alphabet
 * of lib/cloud/rules.ts, tested on one character at a time: call it after the length has been checked.
 */
export function strayCharacter(text: string, allowed: RegExp): string | null {
  for (const character of text) {
    if (!allowed.test(character) || BROKEN.test(character)) return characterName(character)
  }
  return null
}

/** Free text: letters, signs and marks of every script, and the blanks between them, but no control characters. */
export const TEXT_CHARACTERS = /^(?:[\t\r\n]|[^\p{Cc}])*$/u
