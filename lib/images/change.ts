import 'server-only'
import { imageApi } from '../cloud/image-api.ts'
import { changeImage as changeAtCloud } from '../cloud/images/change.ts'
import type { ImageChange } from '../cloud/images/patch.ts'
import { changeImageTags } from '../cloud/images/tags.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { type FreshImage, problemOf, refuseField } from './act.ts'
import type { Acted, Changed, ChangeInput } from './acting.ts'
import { differences, type Editable, type EditableField, editableOf, readEdit } from './edit.ts'
import { toImageView } from './model.ts'
import { readImage } from './read.ts'
import { applyTags, clashingKeys, tagChange } from './tag-change.ts'

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
  const read = readEdit(draft, seen)
  if (!read.ok) return { ok: false, error: { reason: 'fields', fields: read.error } }
  const wanted = read.value
  const api = await imageApi(session.ims)
  const mine = differences(seen, wanted)
  if (api === 'ims' && mine.includes('isProtected'))
    return refuseField('isProtected', 'IMS has no call that changes it.')
  const image = toImageView(wire, { projectId: session.project.id, readAt, job: null, raw })
  const now = editableOf(image)
  const clashes = mine.filter((field) => isClash(field, { seen, wanted, now }))
  if (clashes.length > 0) return { ok: true, value: { outcome: 'conflict', fields: clashes, now } }

  const saved: EditableField[] = []
  const attributes = changeOf(mine, wanted)
  const tags = mine.includes('tags') ? tagChange(seen.tags, wanted.tags) : null
  try {
    if (api === 'glance') {
      const all = tags ? { tags: applyTags(now.tags, tags) } : {}
      if (mine.length > 0) await changeAtCloud(session.ims, api, wire, { ...attributes, ...all })
    } else {
      if (Object.keys(attributes).length > 0) {
        await changeAtCloud(session.ims, api, wire, attributes)
        saved.push(...mine.filter((field) => field !== 'tags'))
      }
      if (tags) await changeImageTags(session.ims, wire.id, tags)
    }
  } catch (error) {
    const problem = await problemOf(db, session, 'change-image', error)
    return { ok: false, error: problem.reason === 'not-done' ? { ...problem, saved } : problem }
  }
  const after = await readImage(db, session, wire.id)
  return { ok: true, value: { outcome: 'saved', image: after.ok ? after.value : null } }
}

type Three = { seen: Editable; wanted: Editable; now: Editable }

/** Someone else gave the field another value than the one it began with and the one it is to have. */
function isClash(field: EditableField, { seen, wanted, now }: Three): boolean {
  if (field === 'tags') return clashingKeys(seen.tags, wanted.tags, now.tags).length > 0
  return now[field] !== seen[field] && now[field] !== wanted[field]
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
