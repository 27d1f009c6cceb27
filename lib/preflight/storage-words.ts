const WORDS: ReadonlyMap<string, string> = new Map([
  ['STANDARD', 'Standard'],
  ['WARM', 'Warm'],
  ['COLD', 'Cold'],
])

/** A storage class as OBS's own console writes it; one it does not know as it came. */
export const wordFor = (storageClass: string): string => WORDS.get(storageClass) ?? storageClass
