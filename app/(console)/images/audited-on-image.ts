import 'server-only'
import * as z from 'zod/mini'
import { audited } from '@/app/audited'
import type { AuditAction } from '@/lib/audit/actions'
import type { AuditObject, AuditOutcome } from '@/lib/audit/entry'
import { ownError } from '@/lib/cloud/explained-error'
import type { Doing } from '@/lib/cloud/explanations/rights'
import { actOn, type FreshImage } from '@/lib/images/act'
import type { Acted } from '@/lib/images/acting'
import { outcomeOfActed } from '@/lib/images/audit'
import type { ActiveSession, CurrentSession } from '@/lib/session/current'
import { store } from '@/lib/store/store'

type OfImage = { projectId: string; imageId: string }

type ImageAct<Input extends OfImage, T> = {
  action: AuditAction
  doing: Doing
  input: z.ZodMiniType<Input>
  /** For the raw record. */
  details?: (input: Input) => Record<string, unknown>
  /** A UUID that a repeat of the same act carries too. */
  id?: (input: Input) => string
  /** Where the answer says more of the change than that it was made. */
  outcomeOf?: (session: ActiveSession, value: T) => AuditOutcome | Promise<AuditOutcome>
  change: (session: ActiveSession, image: FreshImage, input: Input) => Promise<Acted<T>>
}

/**
 * Changes an image as a person's act: the session, the input and the project that the page showed are checked, the act
 * is recorded under the image's name, and the image is read just before it is changed.
 */
export async function auditedOnImage<Input extends OfImage, T>(
  current: CurrentSession,
  given: unknown,
  { action, doing, input, details, id, outcomeOf, change }: ImageAct<Input, T>,
): Promise<Acted<T>> {
  if (current.state !== 'active') return { ok: false, error: { reason: 'session-ended' } }
  const { session } = current
  const parsed = z.safeParse(input, given)
  if (!parsed.success) return refuseInput(parsed.error)
  const { projectId, imageId } = parsed.data
  if (projectId !== session.project.id)
    return { ok: false, error: { reason: 'project-changed', projectName: session.project.name } }
  const object = (name: string | null): AuditObject => ({ kind: 'image', id: imageId, name: name ?? imageId })
  const { acted } = await audited(
    session,
    {
      action,
      object: object(null),
      ...(details ? { details: details(parsed.data) } : {}),
      ...(id ? { id: id(parsed.data) } : {}),
      outcomeOf: async ({ acted, name }) => ({
        ...(acted.ok && outcomeOf ? await outcomeOf(session, acted.value) : outcomeOfActed(acted)),
        object: object(name),
      }),
      unrecorded: { acted: { ok: false, error: { reason: 'not-done', error: NOT_RECORDED } }, name: null },
    },
    () => actOn(store(), session, { doing, imageId }, (image) => change(session, image, parsed.data)),
  )
  return acted
}

function refuseInput({ issues }: z.core.$ZodError): Acted<never> {
  const fields = Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message]))
  return { ok: false, error: { reason: 'fields', fields } }
}

const NOT_RECORDED = ownError(
  'Slipway could not write down what it was about to do, so it did nothing',
  'Its store does not answer, or the disk of the store is full.',
  'Try again once it works.',
)
