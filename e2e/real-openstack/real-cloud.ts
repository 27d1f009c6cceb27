/** The test cloud's controls: what other tools and administrators do to it. */
import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { NATIVE_PATCH } from '../../lib/cloud/images/patch.ts'
import { DOMAIN, PASSWORD, PROJECTS, type ProjectName, USERS } from '../../scripts/real-openstack/accounts.ts'
import { ADMINISTRATOR, callKeystone, tokenOf, userIn } from '../../scripts/real-openstack/keystone.ts'
import { seedImages } from '../../scripts/real-openstack/seed.ts'
import type { Settings } from '../../scripts/real-openstack/settings.ts'
import { requestLog } from '../../scripts/real-openstack/uwsgi.ts'

export type RealCloud = {
  projectIds: Readonly<Record<ProjectName, string>>
  /** Makes an active image as OpenStack's own tools would. @returns its id */
  makeImage: (name: string, properties?: Record<string, unknown>) => Promise<string>
  /** Makes an image whose data never comes. @returns its id */
  makeEmptyImage: (name: string) => Promise<string>
  /** Fills the first project up to so many images. */
  seed: (count: number) => void
  /** The calls that Keystone has answered, as lines with method, path and status. */
  keystoneCalls: () => string[]
  /** Changes an image as another tool would, by operations of Glance's own call. */
  changeImage: (id: string, ...operations: object[]) => Promise<void>
  /** Deactivates an image, as its owner may by OpenStack's own client. */
  deactivateImage: (id: string) => Promise<void>
  /** What Glance says of an image, whoever asks. */
  readImage: (id: string) => Promise<Record<string, unknown>>
  /** A token of the importer, as another tool would make it: in the first project. */
  makeToken: () => Promise<string>
  /** Ends all tokens of the importer at once, as a change of the password does; the password stays what it was. */
  endTokens: () => Promise<void>
}

export const IMPORTER = {
  domain: DOMAIN,
  userName: USERS.importer.name,
  password: PASSWORD,
  project: PROJECTS.console,
} as const

/** To whose project the importer shares. */
export const PARTNER = { ...IMPORTER, userName: USERS.partner.name, project: PROJECTS.partner } as const

const made = z.object({ id: z.string() })
const users = z.object({ users: z.array(z.object({ id: z.string() })) })
const anyImage = z.record(z.string(), z.unknown())

export function realCloud(settings: Settings, projectIds: RealCloud['projectIds']): RealCloud {
  const images = `${settings.glance.url}/v2/images`
  const importer = async () => (await tokenOf(settings, userIn(USERS.importer.name, 'console'))).token

  async function makeEmpty(token: string, name: string, properties: Record<string, unknown>) {
    const answer = await fetch(images, {
      method: 'POST',
      headers: { 'x-auth-token': token, 'content-type': 'application/json' },
      body: JSON.stringify({ name, disk_format: 'qcow2', container_format: 'bare', ...properties }),
    })
    return made.parse(await answer.json()).id
  }

  return {
    projectIds,

    makeImage: async (name, properties = {}) => {
      const token = await importer()
      const id = await makeEmpty(token, name, properties)
      const stored = await fetch(`${images}/${id}/file`, {
        method: 'PUT',
        headers: { 'x-auth-token': token, 'content-type': 'application/octet-stream' },
        body: new Uint8Array(4096),
      })
      if (!stored.ok) throw new Error(`Glance did not store ${name}: ${stored.status}`)
      return id
    },

    makeEmptyImage: async (name) => makeEmpty(await importer(), name, {}),

    seed: (count) => {
      seedImages(settings, projectIds.console, count)
    },

    changeImage: async (id, ...operations) => {
      const answer = await fetch(`${images}/${id}`, {
        method: 'PATCH',
        headers: { 'x-auth-token': await importer(), 'content-type': NATIVE_PATCH },
        body: JSON.stringify(operations),
      })
      if (!answer.ok) throw new Error(`Glance did not change ${id}: ${answer.status}`)
    },

    deactivateImage: async (id) => {
      const answer = await fetch(`${images}/${id}/actions/deactivate`, {
        method: 'POST',
        headers: { 'x-auth-token': await importer() },
      })
      if (!answer.ok) throw new Error(`Glance did not deactivate ${id}: ${answer.status}`)
    },

    readImage: async (id) => {
      const answer = await fetch(`${images}/${id}`, { headers: { 'x-auth-token': await importer() } })
      return anyImage.parse(await answer.json())
    },

    keystoneCalls: () => readFileSync(requestLog(settings, 'keystone'), 'utf8').split('\n'),

    makeToken: importer,

    endTokens: async () => {
      const { token } = await tokenOf(settings, ADMINISTRATOR)
      const found = await callKeystone(settings, token, 'GET', `/users?name=${USERS.importer.name}`)
      for (const { id } of users.parse(found).users)
        await callKeystone(settings, token, 'PATCH', `/users/${id}`, { user: { password: PASSWORD } })
    },
  }
}
