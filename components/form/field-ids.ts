/** Ids of what stands around a control, made from the control's own. */

export const labelId = (id: string) => `${id}-label`
export const extraId = (id: string) => `${id}-extra`
export const markId = (id: string) => `${id}-mark`
export const helpId = (id: string) => `${id}-help`
export const noteId = (id: string) => `${id}-note`
export const findingId = (id: string) => `${id}-finding`
export const messageId = (id: string) => `${id}-message`

type Parts = {
  extra?: unknown
  help?: unknown
  note?: unknown
  finding?: unknown
  message?: unknown
  mark?: unknown
}

/** For aria-describedby, of the parts that are there. The message comes first, since it says what to do now. */
export function describedBy(id: string, parts: Parts): string | undefined {
  const ids = [
    parts.message ? messageId(id) : null,
    parts.extra ? extraId(id) : null,
    parts.help ? helpId(id) : null,
    parts.note ? noteId(id) : null,
    parts.finding ? findingId(id) : null,
    parts.mark ? markId(id) : null,
  ].filter((each) => each !== null)
  return ids.length > 0 ? ids.join(' ') : undefined
}
