/** A finding's fact as a heading: titles carry no full stop. */
export const withoutStop = (title: string): string => title.replace(/\.$/, '')
