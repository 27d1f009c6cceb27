/** Text that came into a field by keys is told from what was put in whole by how much of it is new. */

/**
 * `typed`: one character more or fewer, or one in place of a selection. `put`: several at once, by pasting, a
 * password manager or a program. `cut`: several gone at once.
 */
export function howChanged(before: string, after: string): 'typed' | 'put' | 'cut' {
  const shorter = Math.min(before.length, after.length)
  let same = 0
  while (same < shorter && before[same] === after[same]) same += 1
  let end = 0
  while (end < shorter - same && before.at(-1 - end) === after.at(-1 - end)) end += 1
  const added = Array.from(after.slice(same, after.length - end)).length
  const removed = Array.from(before.slice(same, before.length - end)).length
  if (added > 1) return 'put'
  return added === 0 && removed > 1 ? 'cut' : 'typed'
}
