'use server'

import { redirect } from 'next/navigation'
import * as z from 'zod/mini'
import { actionSession } from '@/app/as-user'
import { paths } from '@/lib/navigation'
import { clearSessionCookie } from '@/lib/session/cookie'
import { signOutEverywhere } from '@/lib/session/sign-in'
import { importDefaults, judgeDefaults } from '@/lib/settings/import-defaults'
import { readImportDefaults, writeImportDefaults } from '@/lib/settings/rows'
import type { SaveResult } from '@/lib/settings/save-problem'
import { store } from '@/lib/store/store'

const defaultsInput = z.object({ projectId: z.string(), change: z.partial(importDefaults) })

/** Keeps what new imports begin with. Members that are left out stay as they are. */
export async function saveImportDefaults(input: unknown): Promise<SaveResult<'bucket' | 'tags'>> {
  const current = await actionSession()
  if (current.state !== 'active') return { ok: false, error: { reason: 'session-ended' } }
  const parsed = z.safeParse(defaultsInput, input)
  if (!parsed.success) return { ok: false, error: { reason: 'unreadable' } }
  const { session } = current
  const { projectId, change } = parsed.data
  if (projectId !== session.project.id)
    return { ok: false, error: { reason: 'project-changed', projectName: session.project.name } }
  const { bucket, tags, automaticConfiguration } = await readImportDefaults(store(), session)
  const defaults = {
    bucket: change.bucket ?? bucket,
    tags: change.tags ?? tags,
    automaticConfiguration: change.automaticConfiguration ?? automaticConfiguration,
  }
  const fields = judgeDefaults(defaults)
  if (Object.keys(fields).length > 0) return { ok: false, error: { reason: 'fields', fields } }
  await writeImportDefaults(store(), session, defaults)
  return { ok: true, value: null }
}

/** Ends every session of this person in this console, revokes their tokens, and goes to the sign-in page. */
export async function signOutOfAll(): Promise<void> {
  const current = await actionSession()
  if (current.state !== 'none') await signOutEverywhere(store(), current.session)
  await clearSessionCookie()
  redirect(paths.signIn())
}
