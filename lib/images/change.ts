import 'server-only'
import { imageApi } from '../cloud/image-api.ts'
import { changeImage as changeAtCloud } from '../cloud/images/change.ts'
import type { ImageChange } from '../cloud/images/patch.ts'
import { removeImageTags, setImageTags } from '../cloud/images/tags.ts'
import type { ImageApi } from '../config/image-apis.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { type FreshImage, problemOf, refuseField } from './act.ts'
import type { Acted, Changed, ChangeInput } from './acting.ts'
import {
  differences,
  type Editable,
  type EditableField,
  editableOf,
  isUpsideDown,
  MEMORY_LIMITS,
  readEdit,
} from './edit.ts'
import { EDIT_RULES } from './edit-rules.ts'
import { toImageView } from './model.ts'
import { readImage } from './read.ts'
import { rebase, taking } from './rebase.ts'
import { applyTags, clashingKeys, type TagChange, tagChange } from './tag-change.ts'

/**
 * Changes what of an image can be changed in place, sending only what is different. IMS has no If-Match, so the image
 * is read just before the write: what someone else changed since the form was opened is shown instead of overwritten,
 * and what they changed elsewhere in the image stays. Between that read and the write a moment remains in which nobody
 * can tell.
 */
export async function changeImage(
  db: Store,
  session: ActiveSession,
  { wire, raw, readAt }: FreshImage,
  { seen, draft }: Pick<ChangeInput, 'seen' | 'draft'>,
): Promise<Acted<Changed>> {
  const api = await imageApi(session.ims)
  const read = readEdit(draft, seen, EDIT_RULES[api])
  if (!read.ok) return { ok: false, error: { reason: 'fields', fields: read.error } }
  const wanted = read.value
  const mine = differences(seen, wanted)
  if (api === 'ims' && mine.includes('isProtected'))
    return refuseField('isProtected', 'IMS has no call that changes it.')
  const image = toImageView(wire, { projectId: session.project.id, readAt, job: null, raw })
  const now = editableOf(image)
  const clashes = clashesOf(mine, { seen, wanted, now }, api)
  if (clashes.length > 0) return { ok: true, value: { outcome: 'conflict', fields: clashes, now } }

  const attributes = changeOf(mine, wanted)
  const tags = mine.includes('tags') ? tagChange(seen.tags, wanted.tags, api) : null
  const all = tags ? applyTags(now.tags, tags, api) : now.tags
  const { max } = EDIT_RULES[api].tags
  if (all.length > max && all.length > now.tags.length)
    return refuseField('tags', `Use at most ${max} tags. Others have been added meanwhile.`)

  const saved: EditableField[] = []
  let halfOfTags: 'set' | 'removed' | undefined
  try {
    if (api === 'glance') {
      if (mine.length > 0)
        await changeAtCloud(session.ims, api, wire, { ...attributes, ...(tags ? { tags: all } : {}) })
    } else {
      if (Object.keys(attributes).length > 0) {
        await changeAtCloud(session.ims, api, wire, attributes)
        saved.push(...mine.filter((field) => field !== 'tags'))
      }
      for (const step of tags ? tagSteps(now.tags, tags) : []) {
        if (step.set) await setImageTags(session.ims, wire.id, step.set)
        else await removeImageTags(session.ims, wire.id, step.remove)
        halfOfTags = step.set ? 'set' : 'removed'
      }
    }
  } catch (error) {
    const problem = await problemOf(db, session, 'change-image', error)
    if (problem.reason !== 'not-done') return { ok: false, error: problem }
    return { ok: false, error: { ...problem, saved, ...(halfOfTags ? { halfOfTags } : {}) } }
  }
  const after = await readImage(db, session, wire.id)
  return { ok: true, value: { outcome: 'saved', image: after.ok ? after.value : null } }
}

type Three = { seen: Editable; wanted: Editable; now: Editable }

function clashesOf(mine: readonly EditableField[], three: Three, api: ImageApi): EditableField[] {
  const { seen, wanted, now } = three
  const clashes = mine.filter((field) => isClash(field, three, api))
  // Each of two people has changed a limit, and what would be left of both, or of a choice between them, makes no sense.
  const areTheirs = MEMORY_LIMITS.some((limit) => now[limit] !== seen[limit])
  const areMine = MEMORY_LIMITS.some((limit) => mine.includes(limit))
  if (!areTheirs || !areMine) return clashes
  const both = rebase(seen, wanted, now, api)
  const isTorn = [both, taking(both, now, clashes)].some(isUpsideDown)
  return isTorn ? [...clashes.filter((field) => !isLimit(field)), ...MEMORY_LIMITS] : clashes
}

const isLimit = (field: EditableField) => MEMORY_LIMITS.some((limit) => limit === field)

/** Someone else gave the field another value than the one it began with and the one it is to have. */
function isClash(field: EditableField, { seen, wanted, now }: Three, api: ImageApi): boolean {
  if (field === 'tags')
    return clashingKeys({ seen: seen.tags, wanted: wanted.tags, now: now.tags }, api).length > 0
  return now[field] !== seen[field] && now[field] !== wanted[field]
}

type TagStep = { set: TagChange['set']; remove?: never } | { remove: TagChange['remove']; set?: never }

/** New tags come first as far as ten allow it (ims.md 10), so that a refusal of them costs none of the old ones. */
function tagSteps(now: readonly string[], { set, remove }: TagChange): TagStep[] {
  const grown = applyTags(now, { set, remove: [] }, 'ims').length
  const steps: TagStep[] = [...(set.length > 0 ? [{ set }] : []), ...(remove.length > 0 ? [{ remove }] : [])]
  return grown > EDIT_RULES.ims.tags.max ? steps.reverse() : steps
}

function changeOf(fields: readonly EditableField[], wanted: Editable): ImageChange {
  const { name, description, minRamMb, maxRamMb, bootMode, isProtected } = wanted
  const has = (field: EditableField) => fields.includes(field)
  return {
    ...(has('name') ? { name } : {}),
    ...(has('description') ? { description } : {}),
    ...(has('minRamMb') ? { minRamMb } : {}),
    ...(has('maxRamMb') ? { maxRamMb } : {}),
    ...(has('bootMode') && bootMode ? { bootMode } : {}),
    ...(has('isProtected') && isProtected !== null ? { isProtected } : {}),
  }
}
