/** Calls of the test Keystone, as its administrator or as one of its users. */
import * as z from 'zod/mini'
import { Failure } from '../failure.ts'
import { ADMIN_PASSWORD, DOMAIN, PASSWORD, PROJECTS, type ProjectName } from './accounts.ts'
import type { Settings } from './settings.ts'

type Who = { name: string; password: string; domain: { name: string } | { id: string }; project: string }

export const ADMINISTRATOR: Who = {
  name: 'admin',
  password: ADMIN_PASSWORD,
  domain: { id: 'default' },
  project: 'admin',
}

export const userIn = (name: string, project: ProjectName, password = PASSWORD): Who => ({
  name,
  password,
  domain: { name: DOMAIN },
  project: PROJECTS[project],
})

const tokenBody = z.object({ token: z.object({ project: z.object({ id: z.string() }) }) })

/** A token of the user in the project. @throws Failure when Keystone refuses it */
export async function tokenOf(settings: Settings, who: Who): Promise<{ token: string; projectId: string }> {
  const { name, password, domain, project } = who
  const answer = await fetch(`${settings.keystone.url}/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      auth: {
        identity: { methods: ['password'], password: { user: { name, password, domain } } },
        scope: { project: { name: project, domain } },
      },
    }),
  })
  const token = answer.headers.get('x-subject-token')
  if (!answer.ok || !token) throw new Failure(`Keystone refuses ${name} in ${project} (${answer.status}).`)
  const body = tokenBody.parse(await answer.json())
  return { token, projectId: body.token.project.id }
}

/** One call that has to end well. @returns the body, undefined where there is none */
export async function callKeystone(
  settings: Settings,
  token: string,
  method: string,
  path: string,
  json?: unknown,
): Promise<unknown> {
  const answer = await fetch(settings.keystone.url + path, {
    method,
    headers: { 'content-type': 'application/json', 'x-auth-token': token },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Failure(`${method} ${path} failed (${answer.status}): ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}
