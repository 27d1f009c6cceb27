import { HEX_ID } from '@/lib/cloud/rules'
import type { Result } from '@/lib/result'

type Around = {
  ownProjectId: string
  /** Those that the image is shared with already. */
  members: readonly string[]
  /** So many in all, as `sharedWithMax` has it. */
  max: number | null
}

const FORM = '32 letters a to f and digits'
/** Longest text of one id that a message quotes. */
const QUOTED_MAX = 40

/** Ids as people paste them, with whatever stands between; each once, in small letters. */
export function projectIds(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((id) => id !== ''))].map((id) => id.toLowerCase())
}

/** The projects to share with, or one sentence that says what to change. */
export function readProjectIds(
  text: string,
  { ownProjectId, members, max }: Around,
): Result<string[], string> {
  const ids = projectIds(text)
  const refuse = (error: string) => ({ ok: false, error }) as const
  if (ids.length === 0) return refuse(`Enter a project id: ${FORM}. Ask the other side for it.`)
  const wrong = ids.find((id) => !HEX_ID.test(id))
  if (wrong !== undefined) {
    const quoted = wrong.length > QUOTED_MAX ? `${wrong.slice(0, QUOTED_MAX)}…` : wrong
    return refuse(`${quoted} is no project id. One has ${FORM}. Ask the other side for it.`)
  }
  if (ids.includes(ownProjectId))
    return refuse(
      ids.length === 1
        ? 'This is your own project. Enter the id of another one.'
        : 'Your own project is among them. Take it out.',
    )
  const known = ids.filter((id) => members.includes(id))
  if (known.length === ids.length)
    return refuse(
      ids.length === 1
        ? 'The image is shared with this project already.'
        : 'The image is shared with all of these already.',
    )
  const left = max === null ? Number.POSITIVE_INFINITY : Math.max(0, max - members.length)
  if (ids.length - known.length > left)
    return refuse(`This image is shared with at most ${max} projects; room is left for ${left}.`)
  return { ok: true, value: ids.filter((id) => !known.includes(id)) }
}
