import type { Dependents } from '../remove/dependents'

/** With whom one image of many is shared; null where it is with nobody, or nobody knows. */
export function sharedWith(users: Dependents): string | null {
  if (users === 'none' || users === 'not-known') return null
  if (users === 'everyone') return 'open to every project'
  if (users === 'some') return 'shared with other projects'
  return `shared with ${users.length === 1 ? '1 project' : `${users.length} projects`}`
}

/** What the deletion of many means to others; null where it means nothing to them. */
export function lossWords(users: readonly Dependents[]): string | null {
  const unknown = users.filter((of) => of === 'not-known').length
  const open = users.filter((of) => of === 'everyone').length
  const used = users.filter((of) => of !== 'none' && of !== 'not-known' && of !== 'everyone')
  const projects = new Set(used.flatMap((of) => (of === 'some' ? [] : of.map(({ projectId }) => projectId))))
  const sentences: string[] = []
  if (open > 0) {
    const [are, them] = verbAndThem(open)
    sentences.push(`${open} of them ${are} open to every project, which loses ${them} too.`)
  }
  if (used.length > 0) {
    const whose = used.includes('some') ? 'other projects' : counted(projects.size, 'other project')
    const loses = projects.size === 1 && !used.includes('some') ? 'loses' : 'lose'
    const [are, them] = verbAndThem(used.length)
    sentences.push(`${used.length} of them ${are} shared with ${whose}, which ${loses} ${them} too.`)
  }
  if (unknown > 0) sentences.push(`Of ${unknown} it is not known whether they are shared.`)
  return sentences.join(' ') || null
}

const verbAndThem = (count: number) => (count === 1 ? ['is', 'it'] : ['are', 'them'])

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
