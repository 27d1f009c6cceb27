/** One project of those that were asked for, and how that went. */
export type ShareRow = {
  projectId: string
  state: 'waiting' | 'sharing' | 'done' | 'refused' | 'unknown'
  /** Why not, or why nobody knows. */
  reason: string | null
}

/** What is typed into the form and what became of what was sent; the page holds it, as another tab takes the form away. */
export type ShareState = {
  typed: string
  /** What is wrong with what is typed. */
  message: string | null
  rows: readonly ShareRow[]
}

export const isSharing = ({ rows }: Pick<ShareState, 'rows'>): boolean =>
  rows.some(({ state }) => state === 'waiting' || state === 'sharing')

export const begun = (before: ShareState, projectIds: readonly string[]): ShareState => ({
  ...before,
  message: null,
  rows: projectIds.map((projectId) => ({ projectId, state: 'waiting', reason: null })),
})

export const withRow = (before: ShareState, row: ShareRow): ShareState => ({
  ...before,
  rows: before.rows.map((each) => (each.projectId === row.projectId ? row : each)),
})

/** What was refused or is in doubt stays to be mended or repeated; what was done need not be typed again. */
export function ended({ rows }: Pick<ShareState, 'rows'>): ShareState {
  const left = rows.filter(({ state }) => state === 'refused' || state === 'unknown')
  return {
    typed: left.map(({ projectId }) => projectId).join('\n'),
    message: rows.length === 1 ? (left[0]?.reason ?? null) : null,
    rows: rows.length === 1 ? [] : rows,
  }
}

/** For who does not see the form any more: with how many projects it was shared, and why not with the rest. */
export function outcomeWords(rows: readonly ShareRow[]): { isDone: boolean; text: string } {
  const reasons = new Set(rows.flatMap(({ reason }) => reason ?? []))
  const done = rows.filter(({ state }) => state === 'done').length
  const isDone = done === rows.length
  if (rows.length === 1)
    return isDone
      ? { isDone, text: 'Shared. The other project has to accept it.' }
      : { isDone, text: `${rows[0]?.state === 'unknown' ? '' : 'Not shared. '}${[...reasons].join(' ')}` }
  return { isDone, text: [`Shared with ${done} of ${rows.length} projects.`, ...reasons].join(' ') }
}
