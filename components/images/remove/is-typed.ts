/** Whether a person has typed what the page shows: blanks at the ends, and how many stand in a row, are not to be seen. */
export const isTyped = (typed: string, wanted: string): boolean => asShown(typed) === asShown(wanted)

const asShown = (text: string) => text.trim().replace(/\s+/g, ' ')
