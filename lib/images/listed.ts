/**
 * An image as the list holds it: with what is compared again and again worked out once. A list of ten thousand is
 * searched and sorted between two frames only because nothing is lower-cased or split while that goes on.
 */
import type { ImageScope } from '../cloud/images/scopes.ts'
import type { ImageSummary } from './view.ts'

export type ListedImage = {
  image: ImageSummary
  /** Whose it is, and what this project said to it where it is another's. */
  scope: ImageScope
  /** Name, id and tags in lower case, one a line. */
  text: string
  /** As it sorts among names: naturalKey. */
  nameKey: string
  systemKey: string
}

export function toListed(image: ImageSummary, scope: ImageScope): ListedImage {
  const { id, name, tags, platform, osVersion, osType } = image
  return {
    image,
    scope,
    text: [name ?? '', id, ...tags].join('\n').toLowerCase(),
    nameKey: naturalKey(name ?? ''),
    systemKey: naturalKey(osVersion ?? platform ?? osType ?? ''),
  }
}

/** Plain comparison of two such keys puts web-9 before web-10, and É beside E. */
export function naturalKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\d+/g, (run) => {
      const digits = run.replace(/^0+(?=\d)/, '')
      // The longer number is the larger one; the digit of its length decides before its own do.
      return `${String.fromCharCode(DIGIT_ZERO + Math.min(digits.length, LENGTH_MAX))}${digits}`
    })
}

const DIGIT_ZERO = 0x30
/** Stays below the letters. */
const LENGTH_MAX = 0x30
