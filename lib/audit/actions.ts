/**
 * Everything that can be changed through the console, and how a line of the activity page says it: `{}` is the
 * object's name. A new action is a line here; what is stored under another name is shown by that name.
 */

import type { AuditResult } from './results.ts'

type Words = {
  /** For the filter. */
  title: string
  /** When it was done. */
  did: string
  /** When it was not, or nobody knows. */
  tried: string
}

const WORDS = {
  'session.sign-in': { title: 'Sign in', did: 'Signed in', tried: 'Tried to sign in' },
  'session.sign-out': { title: 'Sign out', did: 'Signed out', tried: 'Tried to sign out' },
  'session.sign-out-everywhere': {
    title: 'Sign out everywhere',
    did: 'Signed out everywhere',
    tried: 'Tried to sign out everywhere',
  },
  'session.choose-project': {
    title: 'Choose project',
    did: 'Signed in to {}',
    tried: 'Tried to sign in to {}',
  },
  'session.switch-project': {
    title: 'Switch project',
    did: 'Switched to {}',
    tried: 'Tried to switch to {}',
  },
  'import.submit': { title: 'Import image', did: 'Imported {}', tried: 'Tried to import {}' },
  'import.queue': { title: 'Queue import', did: 'Queued the import of {}', tried: 'Tried to queue {}' },
  'import.take-out': {
    title: 'Take out of the queue',
    did: 'Took {} out of the queue',
    tried: 'Tried to take {} out of the queue',
  },
  'import.send-again': { title: 'Send again', did: 'Sent {} again', tried: 'Tried to send {} again' },
  'import.take-image': {
    title: 'Name the image of an import',
    did: 'Named the image that {} made',
    tried: 'Tried to name the image that {} made',
  },
  'job.watch': {
    title: 'Watch a job by id',
    did: 'Added job {} to be watched',
    tried: 'Tried to add job {}',
  },
  'image.change': { title: 'Change image', did: 'Changed {}', tried: 'Tried to change {}' },
  'image.tag': { title: 'Tag image', did: 'Tagged {}', tried: 'Tried to tag {}' },
  'image.delete': { title: 'Delete image', did: 'Deleted image {}', tried: 'Tried to delete image {}' },
  'image.share': { title: 'Share image', did: 'Shared {}', tried: 'Tried to share {}' },
  'image.stop-sharing': {
    title: 'Stop sharing',
    did: 'Stopped sharing {} with a project',
    tried: 'Tried to stop sharing {} with a project',
  },
  'image.answer-share': {
    title: 'Accept or reject a shared image',
    did: 'Answered the offer of {}',
    tried: 'Tried to answer the offer of {}',
  },
  'image.boot-trial': {
    title: 'Say whether an image boots',
    did: 'Said whether {} boots',
    tried: 'Tried to say whether {} boots',
  },
  'image.export': { title: 'Export image', did: 'Exported {}', tried: 'Tried to export {}' },
  'image.copy': { title: 'Copy image', did: 'Copied {}', tried: 'Tried to copy {}' },
  'webhook.set': {
    title: 'Set webhook',
    did: 'Set the webhook of the project',
    tried: 'Tried to set the webhook of the project',
  },
  'webhook.new-secret': {
    title: 'Make a new webhook secret',
    did: 'Made a new secret for the webhook',
    tried: 'Tried to make a new secret for the webhook',
  },
  'webhook.remove': {
    title: 'Remove webhook',
    did: 'Removed the webhook of the project',
    tried: 'Tried to remove the webhook of the project',
  },
  'webhook.test': {
    title: 'Test webhook',
    did: 'Sent a test to the webhook',
    tried: 'Tried to send a test to the webhook',
  },
  'webhook.send-again': {
    title: 'Call webhook again',
    did: 'Had a call of the webhook made again',
    tried: 'Tried to have a call of the webhook made again',
  },
  'webhook.switch': {
    title: 'Switch the webhook for an import',
    did: 'Switched the call of the webhook for {}',
    tried: 'Tried to switch the call of the webhook for {}',
  },
} as const satisfies Record<string, Words>

export type AuditAction = keyof typeof WORDS

export const AUDIT_ACTIONS: readonly { action: string; title: string }[] = Object.entries(WORDS).map(
  ([action, { title }]) => ({ action, title }),
)

/** What is stored may come from a newer version, so the names are looked up and not trusted. */
const WORDS_BY_NAME: ReadonlyMap<string, Words> = new Map(Object.entries(WORDS))

/** "Imported debian-10-postgres", "Tried to sign in". */
export function auditSentence(action: string, result: AuditResult, objectName: string | null): string {
  const words = WORDS_BY_NAME.get(action)
  if (!words) return objectName === null ? action : `${action} ${objectName}`
  return (result === 'done' ? words.did : words.tried).replace('{}', () => objectName ?? 'something')
}
