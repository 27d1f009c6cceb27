import * as z from 'zod/mini'

const tokenAnswer = z.object({
  token: z.object({
    catalog: z.array(z.object({ type: z.string(), endpoints: z.array(z.object({ url: z.string() })) })),
  }),
})
const accepted = z.object({ job_id: z.string() })

/**
 * Starts an import past the console, as a script or Terraform would.
 * @param iam address of the simulated IAM
 * @returns the job's id, as IMS gave it
 */
export async function importElsewhere(iam: string, name: string): Promise<string> {
  const domain = { name: 'DEMO' }
  const signedIn = await post(`${iam}/v3/auth/tokens`, {
    auth: {
      identity: {
        methods: ['password'],
        password: { user: { name: 'demo', password: 'demo-password', domain } },
      },
      scope: { project: { name: 'eu-de_demo', domain } },
    },
  })
  const { token } = tokenAnswer.parse(await signedIn.json())
  const ims = token.catalog.find(({ type }) => type === 'image')?.endpoints[0]?.url
  const started = await post(
    `${ims}/v2/cloudimages/action`,
    { name, image_url: 'ims-image:centos70.qcow2', min_disk: 40 },
    { 'X-Auth-Token': signedIn.headers.get('X-Subject-Token') ?? '' },
  )
  return accepted.parse(await started.json()).job_id
}

async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  const answer = await fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  return answer
}
