/** The row of a list that is in the order of Tab. */
export type CurrentRow = {
  /** Null until a person has been in the list: then it is the first, whichever comes to be that. */
  id: string | null
  place: number
  /** Of the list it was in: in another one its place says nothing. */
  listKey: string
}

/** Where that row is now. One that is gone leaves its place to the row that has come to stand there. */
export function currentIn(ids: readonly string[], listKey: string, before: CurrentRow): CurrentRow {
  const { id, place } = before
  if (id === null) return before
  const isSameList = before.listKey === listKey
  if (isSameList && ids[place] === id) return before
  const found = ids.indexOf(id)
  if (found >= 0) return { id, place: found, listKey }
  const next = isSameList ? Math.min(place, ids.length - 1) : 0
  const heir = ids[next]
  return heir === undefined ? { id: null, place: 0, listKey } : { id: heir, place: next, listKey }
}
