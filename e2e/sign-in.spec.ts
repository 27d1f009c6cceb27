import { expect, expectNoAxeViolations, signIn, submitSignIn, test } from './fixtures.ts'

const TOKENS = 'POST /v3/auth/tokens'

test('the page, its empty fields and its labels', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.locator('form[data-ready]')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByLabel('Domain')).toHaveAccessibleDescription(/Enter the domain\./)
  await expect(page.getByLabel('User name')).toHaveAccessibleDescription(/Enter the user name\./)
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    /Enter the password\./,
  )
  await expect(page.getByLabel('Domain')).toBeFocused()
})

test('a wrong password is tried once, and the other values stay', async ({ page, simulator }) => {
  await page.goto('/sign-in')
  await submitSignIn(page, { password: 'wrong' })
  await expect(page.getByText('Domain, user name or password is wrong')).toBeVisible()
  await expect(page.getByLabel('Domain')).toHaveValue('DEMO')
  await expect(page.getByLabel('User name')).toHaveValue('demo')
  expect(await simulator.count(TOKENS)).toBe(1)
  await expectNoAxeViolations(page)
})

test('from the third failure the attempts left are named, and a locked user is told when to come back', async ({
  page,
}) => {
  await page.goto('/sign-in')
  for (const sentence of [/is wrong/, /is wrong/, /At most 2 attempts left/, /At most 1 attempt left/]) {
    await submitSignIn(page, { userName: 'single', password: 'wrong', project: 'eu-de_solo' })
    await expect(page.getByText(sentence).first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  }
  await submitSignIn(page, { userName: 'single', password: 'wrong', project: 'eu-de_solo' })
  await submitSignIn(page, { userName: 'single', project: 'eu-de_solo' })
  await expect(page.getByText('IAM has locked this user')).toBeVisible()
  await expect(page.getByText(/It should open again at about \d\d:\d\d/)).toBeVisible()
})

test('an account that asks for a code is told that Slipway cannot take one yet', async ({ page }) => {
  await page.goto('/sign-in')
  await submitSignIn(page, { userName: 'mfa' })
  await expect(page.getByText(/This account asks for a code/)).toBeVisible()
})

test('with the project left empty the account’s projects are offered, and one is chosen by keyboard', async ({
  page,
  simulator,
}) => {
  await page.goto('/sign-in?next=/images')
  await submitSignIn(page, { project: '' })
  await expect(page.getByText('eu-de_lab')).toBeVisible()
  await expect(page.getByText('eu-nl_demo')).toHaveCount(0)
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: /eu-de_lab/ }).press('Enter')
  await page.waitForURL(({ pathname }) => pathname === '/images')
  await expect(page.getByRole('button', { name: /eu-de_lab/ })).toBeVisible()
  expect(await simulator.count(TOKENS)).toBe(2)
})

test('the only project is taken at once', async ({ page }) => {
  await page.goto('/sign-in')
  await submitSignIn(page, { userName: 'single', project: '' })
  await page.waitForURL(/\/import$/)
  await expect(page.getByRole('button', { name: /eu-de_solo/ })).toBeVisible()
})

test('a user without any project, and a project the user has not, are told so', async ({ page }) => {
  await page.goto('/sign-in')
  await submitSignIn(page, { userName: 'nobody', project: '' })
  await expect(page.getByText('This user has no project in eu-de')).toBeVisible()
  await submitSignIn(page, { project: 'eu-de_nowhere' })
  await expect(page.getByText(/no project called eu-de_nowhere in eu-de/).first()).toBeVisible()
})

test('IAM that drops the connection is told from a wrong password, and nothing is repeated', async ({
  page,
  simulator,
}) => {
  await page.goto('/sign-in')
  await simulator.addFault({ service: 'iam', method: 'POST', path: '/v3/auth/tokens', drop: 'before' })
  await submitSignIn(page)
  await expect(page.getByText('Nothing is wrong with what you typed.').first()).toBeVisible()
  await expect(page).toHaveURL(/\/sign-in/)
  await submitSignIn(page)
  await page.waitForURL(/\/import$/)
})

test('IAM that says nothing for ten seconds', async ({ page, simulator }) => {
  await page.goto('/sign-in')
  await simulator.addFault({ service: 'iam', method: 'POST', path: '/v3/auth/tokens', delayMs: 12_000 })
  await submitSignIn(page)
  await expect(page.getByRole('button', { name: 'Signing in…' })).toBeVisible()
  await expect(page.getByText('IAM in eu-de did not answer within 10 s')).toBeVisible()
})

test('a page asked for without a session comes after the sign-in', async ({ page }) => {
  await page.goto('/jobs?state=running')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await submitSignIn(page)
  await page.waitForURL(/\/jobs\?state=running$/)
})

test('the way back never leaves the console', async ({ page }) => {
  await page.goto('/sign-in?next=https://example.com/')
  await submitSignIn(page)
  await page.waitForURL(/127\.0\.0\.1:\d+\/import$/)
})

test('signing out revokes the token and shows the sign-in page', async ({ page, simulator }) => {
  await signIn(page)
  await page.getByRole('button', { name: /^demo/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  expect(await simulator.count('DELETE /v3/auth/tokens')).toBe(1)
  await page.goto('/images')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('the token never reaches the browser', async ({ page, context }) => {
  const bodies: string[] = []
  page.on('response', async (response) => {
    // The last ones may come after the page has gone.
    bodies.push(JSON.stringify(await response.allHeaders().catch(() => ({}))))
    bodies.push(await response.text().catch(() => ''))
  })
  await signIn(page, '/images')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Images')
  expect(bodies.join('\n')).not.toMatch(/MII[A-Za-z0-9+/]{40}/)
  const cookie = (await context.cookies()).find(({ name }) => name === 'slipway')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  expect(cookie?.value.length).toBeLessThan(400)
})
