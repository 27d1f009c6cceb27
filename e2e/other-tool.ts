import * as z from 'zod/mini'

const tokenAnswer = z.object({
  token: z.object({
    catalog: z.array(z.object({ type: z.string(), endpoints: z.array(z.object({ url: z.string() })) })),
  }),
})
const accepted = z.object({ job_id: z.string() })

/** A member of a JSON patch, as IMS takes it. */
type Operation = { op: 'add' | 'replace' | 'remove'; path: string; value?: unknown }

/**
 * Starts an import past the console, as a script or Terraform would.
 * @param iam address of the simulated IAM
 * @returns the job's id, as IMS gave it
 */
export async function importElsewhere(iam: string, name: string): Promise<string> {
  const call = await signedIn(iam)
  const started = await call('POST', '/v2/cloudimages/action', {
    name,
    image_url: 'ims-image:centos70.qcow2',
    min_disk: 40,
  })
  return accepted.parse(await started.json()).job_id
}

/** Changes an image of eu-de_demo past the console. */
export async function changeElsewhere(iam: string, imageId: string, operations: Operation[]): Promise<void> {
  const call = await signedIn(iam)
  await call('PATCH', `/v2/cloudimages/${imageId}`, operations)
}

/** Deletes an image of eu-de_demo past the console. */
export async function deleteElsewhere(iam: string, imageId: string): Promise<void> {
  const call = await signedIn(iam)
  await call('DELETE', `/v2/images/${imageId}`)
}

/** Ends the sharing of an image of eu-de_demo with a project past the console. */
export async function stopSharingElsewhere(iam: string, imageId: string, projectId: string): Promise<void> {
  const call = await signedIn(iam)
  await call('DELETE', `/v2/images/${imageId}/members/${projectId}`)
}

type Call = (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) => Promise<Response>

/** Calls of IMS in eu-de_demo, with a token of its own. */
async function signedIn(iam: string): Promise<Call> {
  const domain = { name: 'DEMO' }
  const answer = await send('POST', `${iam}/v3/auth/tokens`, {
    auth: {
      identity: {
        methods: ['password'],
        password: { user: { name: 'demo', password: 'demo-password', domain } },
      },
      scope: { project: { name: 'eu-de_demo', domain } },
    },
  })
  const { token } = tokenAnswer.parse(await answer.json())
  const ims = token.catalog.find(({ type }) => type === 'image')?.endpoints[0]?.url
  const headers = { 'X-Auth-Token': answer.headers.get('X-Subject-Token') ?? '' }
  return (method, path, body) => send(method, `${ims}${path}`, body, headers)
}

async function send(
  method: string,
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const answer = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json', ...headers },
  })
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${await answer.text()}`)
  return answer
}
