import { createHash } from 'node:crypto'

function digest(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex')
}

/** A number in [0, 1) that depends on the parts alone: the same seed gives the same run. */
export function fraction(...parts: (string | number)[]): number {
  return Number.parseInt(digest(parts).slice(0, 12), 16) / 2 ** 48
}

/** 32 hexadecimal digits from the parts, the form of project, domain and user ids (ims.md 0). */
export function hexId(...parts: (string | number)[]): string {
  return digest(parts).slice(0, 32)
}

/** A UUID from the parts, the form of image ids (ims.md 0). */
export function uuid(...parts: (string | number)[]): string {
  const hex = digest(parts)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A row of numbers in [0, 1) that depends on the parts alone; cheaper than `fraction` for many. */
export function dice(...parts: (string | number)[]): () => number {
  let state = Number.parseInt(digest(parts).slice(0, 8), 16)
  // mulberry32: small and even enough for choices.
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The choice at a share in [0, 1) of the list. */
export function choiceAt<T>(choices: readonly [T, ...T[]], share: number): T {
  return choices[Math.floor(share * choices.length)] ?? choices[0]
}
