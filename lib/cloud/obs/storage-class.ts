/** `STANDARD`, `WARM` or `COLD`, in the words of the OBS dialect; one that is not known stays as it came. */
export type StorageClass = string

/** The S3 dialect has other words for the same classes (obs.md 1). */
const S3_WORDS: ReadonlyMap<string, StorageClass> = new Map([
  ['STANDARD_IA', 'WARM'],
  ['GLACIER', 'COLD'],
])

export const storageClassOf = (word: string): StorageClass => S3_WORDS.get(word) ?? word
