import * as z from 'zod/mini'
import { Failure } from '../failure.ts'
import { ADMIN_PASSWORD, DOMAIN, PASSWORD, PROJECTS, type ProjectName, REGION, USERS } from './accounts.ts'
import { ADMINISTRATOR, callKeystone, tokenOf } from './keystone.ts'
import type { Settings } from './settings.ts'

const entity = z.looseObject({ id: z.string(), name: z.nullish(z.string()) })

/** Makes sure that the accounts and Glance's place in the catalogue are there. Running it again changes nothing. */
export async function ensureIdentities(settings: Settings): Promise<Record<ProjectName, string>> {
  const { token } = await tokenOf(settings, ADMINISTRATOR)

  async function ensure(kind: string, query: Record<string, string>, more: object = {}): Promise<string> {
    const path = `/${kind}s?${new URLSearchParams(query)}`
    const lists = z.looseObject({ [`${kind}s`]: z.array(entity) })
    const found = lists.parse(await callKeystone(settings, token, 'GET', path))[`${kind}s`]
    const first = z.array(entity).parse(found)[0]
    if (first) return first.id
    const body = await callKeystone(settings, token, 'POST', `/${kind}s`, { [kind]: { ...query, ...more } })
    return z.record(z.string(), entity).parse(body)[kind]?.id ?? missing(kind)
  }
  const grant = (project: string, user: string, role: string) =>
    callKeystone(settings, token, 'PUT', `/projects/${project}/users/${user}/roles/${role}`)

  const admin = await ensure('role', { name: 'admin' })
  const member = await ensure('role', { name: 'member' })
  const services = await ensure('project', { name: 'service', domain_id: 'default' })
  const glance = await ensure('user', { name: 'glance', domain_id: 'default' }, { password: ADMIN_PASSWORD })
  await grant(services, glance, admin)

  const domain = await ensure('domain', { name: DOMAIN })
  const project = (name: ProjectName) => ensure('project', { name: PROJECTS[name], domain_id: domain })
  const ids = {
    console: await project('console'),
    lab: await project('lab'),
    partner: await project('partner'),
  }
  for (const { name, projects } of Object.values(USERS)) {
    const user = await ensure('user', { name, domain_id: domain }, { password: PASSWORD })
    for (const each of projects) await grant(ids[each], user, member)
  }

  const service = await ensure('service', { type: 'image', name: 'glance' })
  for (const kind of ['public', 'internal', 'admin'])
    await ensure(
      'endpoint',
      { service_id: service, interface: kind, region_id: REGION },
      { url: settings.glance.url },
    )
  return ids
}

function missing(kind: string): never {
  throw new Failure(`Keystone made a ${kind} and does not say its id.`)
}
