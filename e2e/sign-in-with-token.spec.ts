import { expect, expectNoAxeViolations, test } from './fixtures.ts'

/** As another tool would make it. */
async function tokenFrom(iam: string, project: string | null): Promise<string> {
  const domain = { name: 'DEMO' }
  const answer = await fetch(`${iam}/v3/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      auth: {
        identity: {
          methods: ['password'],
          password: { user: { name: 'demo', password: 'demo-password', domain } },
        },
        ...(project ? { scope: { project: { name: project, domain } } } : {}),
      },
    }),
  })
  return answer.headers.get('x-subject-token') ?? ''
}

test('a token signs in, and what was wrong with another one stands at its field', async ({
  page,
  servers,
}) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a token instead' }).click()
  const token = page.getByLabel('Token')
  await expect(token).toBeFocused()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('Paste a token.')).toBeVisible()
  await token.fill('MIInothing')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('IAM does not accept this token')).toBeVisible()
  await expect(token).toBeFocused()
  await token.fill(await tokenFrom(servers.iam, 'eu-de_demo'))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/import$/)
  await expect(page.getByRole('button', { name: /eu-de_demo/ })).toBeVisible()
})

test('a token without a project leads to the choice, and the way back is there', async ({
  page,
  servers,
}) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a token instead' }).click()
  await page.getByLabel('Token').fill(await tokenFrom(servers.iam, null))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Choose a project' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign in as someone else' }).click()
  await expect(page.getByLabel('User name')).toBeVisible()
})
