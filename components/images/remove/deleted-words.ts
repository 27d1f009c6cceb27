import type { Acted } from '@/lib/images/acting'

/** What a toast says once an image is not there any more, by whoever took it away. */
export const deletedWords = (acted: Acted, name: string): string =>
  acted.ok ? `Deleted ${name}` : `${name} was gone already`
