/**
 * What the pages send to change an image, and what comes back: shared by forms, server actions and operations. Every
 * change names the project its page showed, and is refused when the session has moved on.
 */
import * as z from 'zod/mini'
import type { ExplainedError } from '../cloud/explained-error.ts'
import { HEX_ID, UUID } from '../cloud/rules.ts'
import type { Result } from '../result.ts'
import { type Editable, type EditableField, editable, editDraft } from './edit.ts'
import type { ImageView } from './view.ts'

/** Why an image was not changed. What the person typed stays on the page in each case. */
export type ActingProblem =
  | { reason: 'session-ended' }
  /** Another tab moved the session to another project. */
  | { reason: 'project-changed'; projectName: string }
  /** The image is not there any more, or never was in this project. */
  | { reason: 'gone' }
  /** What was sent cannot be right; said at the fields it belongs to. */
  | { reason: 'fields'; fields: Readonly<Partial<Record<string, string>>> }
  /**
   * The cloud refused or gave no answer. `isUnknown` where it may have done it all the same; `saved` is what it had
   * taken before, and `halfOfTags` which of the two calls that exchange tags.
   */
  | {
      reason: 'not-done'
      error: ExplainedError
      isUnknown?: boolean
      saved?: readonly EditableField[]
      halfOfTags?: 'set' | 'removed'
    }
export type Acted<Value = null> = Result<Value, ActingProblem>

const ofImage = { projectId: z.string(), imageId: z.string().check(z.regex(UUID)) }

/** `changeImage`. */
export const changeInput = z.object({
  ...ofImage,
  /** What the form began with: how a change by someone else since is told from one's own. */
  seen: editable,
  draft: editDraft,
})
export type ChangeInput = z.infer<typeof changeInput>

export type Changed =
  /** `image` as it is now; null when it could not be read again. */
  | { outcome: 'saved'; image: ImageView | null }
  /** Someone else changed these fields since the form was opened; nothing was written. `now` is what they say. */
  | { outcome: 'conflict'; fields: readonly EditableField[]; now: Editable }

/** `addImageTags`: tags as written, `key=value`, `key.value` or `key`; one whose key is there gets the new value. */
export const addTagsInput = z.object({ ...ofImage, tags: z.array(z.string()) })

/** `deleteImage`, for each image of a selection. */
export const deleteInput = z.object(ofImage)

/** A project id as people type it. */
const memberId = z.string().check(
  z.trim(),
  z.toLowerCase(),
  z.regex(HEX_ID, {
    error: 'Enter a project id: 32 letters a to f and digits. Ask the other side for it.',
  }),
)

/** `shareImage`. */
export const shareInput = z.object({ ...ofImage, memberId })

/** `stopSharing`: a member as the cloud lists it. */
export const stopSharingInput = z.object({ ...ofImage, memberId: z.string() })

/** `answerShare`: what this project says to an image that another one shares to it. */
export const answerShareInput = z.object({ ...ofImage, answer: z.enum(['accepted', 'rejected']) })

/** `sayWhetherItBoots`: what became of a server that was started from it; null takes back what was said. */
export const bootTrialInput = z.object({
  ...ofImage,
  boots: z.nullable(z.boolean()),
  /** As the page showed it: that is how the server was started, whatever others make of the image since. */
  bootMode: editable.shape.bootMode,
})
