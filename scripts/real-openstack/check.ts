import * as z from 'zod/mini'
import { PROJECTS, USERS } from './accounts.ts'
import { tokenOf, userIn } from './keystone.ts'
import type { Settings } from './settings.ts'

const PATCH = 'application/openstack-images-v2.1-json-patch'
const image = z.looseObject({ id: z.string() })

/** Makes the calls that the console relies on, one line each. @returns whether all were answered as they should */
export async function checkOpenStack(settings: Settings): Promise<boolean> {
  const importer = await tokenOf(settings, userIn(USERS.importer.name, 'console'))
  const partner = await tokenOf(settings, userIn(USERS.partner.name, 'partner'))
  const images = `${settings.glance.url}/v2/images`
  let isGood = true

  async function call(
    what: string,
    expected: number,
    [method, url, token]: [string, string, string | null],
    body?: { type: string; text: string },
  ): Promise<unknown> {
    const answer = await fetch(url, {
      method,
      headers: { ...(token ? { 'x-auth-token': token } : {}), ...(body && { 'content-type': body.type }) },
      ...(body && { body: body.text }),
    })
    const text = await answer.text()
    if (answer.status === expected) console.log(`ok    ${what} (${expected})`)
    else console.log(`FAIL  ${what}: ${answer.status}, expected ${expected}: ${text.slice(0, 300)}`)
    isGood &&= answer.status === expected
    return text.startsWith('{') ? JSON.parse(text) : undefined
  }
  const json = (value: unknown, type = 'application/json') => ({ type, text: JSON.stringify(value) })
  const mine = (method: string, url: string): [string, string, string] => [method, url, importer.token]
  const theirs = (method: string, url: string): [string, string, string] => [method, url, partner.token]

  await call('no token is refused', 401, ['GET', images, null])
  const made = image.parse(
    await call('an image is made', 201, mine('POST', images), json({ name: 'check', ...NEW_IMAGE })),
  )
  const own = `${images}/${made.id}`
  await call('its data is stored', 204, mine('PUT', `${own}/file`), {
    type: 'application/octet-stream',
    text: '\0'.repeat(4096),
  })
  await call('the list is filtered and paged', 200, mine('GET', `${images}?limit=2&name=check`))
  await call('it is changed', 200, mine('PATCH', own), json([RENAME], PATCH))
  await call('a read-only field is not', 403, mine('PATCH', own), json([REQUEUE], PATCH))
  await call('it is tagged', 204, mine('PUT', `${own}/tags/team.a`))
  await call('it is made shareable', 200, mine('PATCH', own), json([SHARE], PATCH))
  await call('it is shared', 200, mine('POST', `${own}/members`), json({ member: partner.projectId }))
  const share = `${own}/members/${partner.projectId}`
  await call(`${PROJECTS.partner} accepts it`, 200, theirs('PUT', share), json({ status: 'accepted' }))
  await call(`${PROJECTS.partner} sees it`, 200, theirs('GET', own))
  await call('it is shared no longer', 204, mine('DELETE', share))
  await call('it is deleted', 204, mine('DELETE', own))
  await call('it is gone', 404, mine('GET', own))
  return isGood
}

const NEW_IMAGE = { disk_format: 'qcow2', container_format: 'bare', min_disk: 40, visibility: 'private' }
const RENAME = { op: 'replace', path: '/name', value: 'check-2' }
const REQUEUE = { op: 'replace', path: '/status', value: 'queued' }
const SHARE = { op: 'replace', path: '/visibility', value: 'shared' }
