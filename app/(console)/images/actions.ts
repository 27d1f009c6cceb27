'use server'

import { actionSession } from '@/app/as-user'
import {
  type Acted,
  addTagsInput,
  answerShareInput,
  bootTrialInput,
  type Changed,
  changeInput,
  deleteInput,
  shareInput,
  stopSharingInput,
} from '@/lib/images/acting'
import { recordBootTrial } from '@/lib/images/boot-trial'
import { changeImage as change } from '@/lib/images/change'
import { differences, draftOf } from '@/lib/images/edit'
import { removeImage } from '@/lib/images/remove'
import * as sharing from '@/lib/images/share'
import { addTags } from '@/lib/images/tag'
import type { BootTrial } from '@/lib/images/view'
import { store } from '@/lib/store/store'
import { auditedOnImage } from './audited-on-image'

/** What of an image can be changed in place (ChangeInput in lib/images/acting.ts). */
export async function changeImage(input: unknown): Promise<Acted<Changed>> {
  return auditedOnImage(await actionSession(), input, {
    action: 'image.change',
    doing: 'change-image',
    input: changeInput,
    details: ({ seen, draft }) => ({
      changed: differences(draft, draftOf(seen)).map((field) => [field, draft[field]]),
    }),
    outcomeOf: (_, { outcome }) =>
      outcome === 'saved' ? { result: 'done' } : { result: 'refused', details: CHANGED_MEANWHILE },
    change: (session, image, asked) => change(store(), session, image, asked),
  })
}

const CHANGED_MEANWHILE = { reason: 'Someone else had changed the same fields.' }

/** Adds tags to those it has, for each image of a selection. */
export async function addImageTags(input: unknown): Promise<Acted> {
  return auditedOnImage(await actionSession(), input, {
    action: 'image.tag',
    doing: 'change-image',
    input: addTagsInput,
    details: ({ tags }) => ({ tags }),
    change: (session, image, { tags }) => addTags(session, image, tags),
  })
}

/** Deletes an image for good. */
export async function deleteImage(input: unknown): Promise<Acted> {
  return auditedOnImage(await actionSession(), input, {
    action: 'image.delete',
    doing: 'delete-image',
    input: deleteInput,
    change: (session, image) => removeImage(session, image),
  })
}

/** Shares an image with another project, which then has to accept it. */
export async function shareImage(input: unknown): Promise<Acted> {
  return auditedOnImage(await actionSession(), input, {
    action: 'image.share',
    doing: 'share-image',
    input: shareInput,
    details: ({ memberId }) => ({ memberId }),
    change: (session, image, { memberId }) => sharing.shareImage(session, image, memberId),
  })
}

/** Ends the sharing of an image with a project. */
export async function stopSharing(input: unknown): Promise<Acted> {
  return auditedOnImage(await actionSession(), input, {
    action: 'image.stop-sharing',
    doing: 'share-image',
    input: stopSharingInput,
    details: ({ memberId }) => ({ memberId }),
    change: (session, image, { memberId }) => sharing.stopSharing(session, image, memberId),
  })
}

/** Accepts or rejects an image that another project shares to this one. */
export async function answerShare(input: unknown): Promise<Acted> {
  return auditedOnImage(await actionSession(), input, {
    action: 'image.answer-share',
    doing: 'share-image',
    input: answerShareInput,
    details: ({ answer }) => ({ answer }),
    change: (session, image, { answer }) => sharing.answerShare(session, image, answer),
  })
}

/** Keeps what a person saw when they started a server from an image: the one thing about it that no cloud says. */
export async function sayWhetherItBoots(input: unknown): Promise<Acted<BootTrial | null>> {
  return auditedOnImage(await actionSession(), input, {
    action: 'image.boot-trial',
    doing: 'read-image',
    input: bootTrialInput,
    details: ({ boots, bootMode }) => ({ boots, bootMode }),
    change: async (session, { wire: { id } }, { boots, bootMode }) => ({
      ok: true,
      value: await recordBootTrial(store(), session, { id, bootMode }, boots),
    }),
  })
}
