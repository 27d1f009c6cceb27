import { ensureIdentities } from './identities.ts'
import { prepare } from './prepare.ts'
import type { Settings } from './settings.ts'
import { startService, stopService, untilReady } from './uwsgi.ts'

/**
 * Starts Keystone and Glance, prepared and with their accounts; what runs already is kept.
 * @returns the ids of the projects
 */
export async function startOpenStack(settings: Settings) {
  await prepare(settings)
  await startService(settings, 'keystone')
  await startService(settings, 'glance')
  await untilReady(settings, 'keystone')
  const projects = await ensureIdentities(settings)
  await untilReady(settings, 'glance')
  return projects
}

export async function stopOpenStack(settings: Settings): Promise<void> {
  await Promise.all([stopService(settings, 'glance'), stopService(settings, 'keystone')])
}
