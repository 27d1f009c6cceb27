import { expect, expectNoAxeViolations, signIn, submitSignIn, test, WITHOUT_OPENSTACK } from './fixtures.ts'
import { IMPORTER } from './real-cloud.ts'

test.skip(...WITHOUT_OPENSTACK)

const mainNavigation = 'Main'

test('Keystone lets in who it knows, and a visit begins at what the cloud can do', async ({ page }) => {
  await page.goto('/')
  await submitSignIn(page, { ...IMPORTER, password: 'wrong' })
  await expect(page.getByText('Domain, user name or password is wrong')).toBeVisible()
  await submitSignIn(page, { ...IMPORTER, project: 'eu-de_nowhere' })
  await expect(page.getByText('may mean the project')).toBeVisible()
  await submitSignIn(page, IMPORTER)
  await expect(page).toHaveURL(/\/images$/)
  await expect(page.getByRole('button', { name: /eu-de_console/ })).toBeVisible()
})

test('with the project left empty both are offered, and the switcher moves by the token', async ({
  page,
}) => {
  await page.goto('/sign-in')
  await submitSignIn(page, { ...IMPORTER, project: '' })
  await page.getByRole('button', { name: /eu-de_lab/ }).click()
  await expect(page).toHaveURL(/\/images$/)
  await expect(page.getByRole('main')).toContainText('No images')

  await page.getByRole('button', { name: /eu-de_lab/ }).click()
  await page.getByRole('option', { name: /eu-de_console/ }).click()
  await expect(page.getByRole('button', { name: /eu-de_console/ })).toBeVisible()
})

test('a token made elsewhere enters its project, and another one by name', async ({ page, cloud }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a token instead' }).click()
  await page.getByLabel('Token').fill('gAAAA-nothing')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('IAM does not accept this token')).toBeVisible()
  await page.getByLabel('Token').fill(await cloud.makeToken())
  await page.getByLabel('Project', { exact: true }).fill('eu-de_lab')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/images$/)
  await expect(page.getByRole('button', { name: /eu-de_lab/ })).toBeVisible()
})

test('nothing is offered that needs IMS or buckets, and the import pages say why', async ({ page }) => {
  await signIn(page, '/settings', IMPORTER)
  const about = page.getByRole('region', { name: 'About' })
  await expect(about.getByText(/^Answers in \d+\sms$/)).toHaveCount(2)
  await expect(about).toContainText('Glance')
  const links = page.getByRole('navigation', { name: mainNavigation }).getByRole('link')
  await expect(links).toHaveText(['Images', 'Activity', 'Settings'])

  await page.goto('/images')
  await expect(page.getByRole('link', { name: 'Import image' })).toHaveCount(0)
  for (const path of ['/import', '/import/batch']) {
    await page.goto(path)
    const main = page.getByRole('main')
    await expect(main).toContainText('This cloud has no IMS, so nothing can be imported here.')
    await expect(main.getByRole('link', { name: 'Images' })).toHaveAttribute('href', '/images')
  }
  await expectNoAxeViolations(page)
})

test('a token that Keystone has ended is asked for again over the page', async ({
  page,
  cloud,
  pageProblems,
}) => {
  pageProblems.allowFailedRequest(/\/api\//)
  await signIn(page, '/images', IMPORTER)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Images')
  await cloud.endTokens()
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  // The list may still be reading, and then finds out by itself.
  await expect(async () => {
    if (!(await dialog.isVisible()))
      await page.getByRole('button', { name: 'Read again' }).first().click({ timeout: 1_000 })
    await expect(dialog).toBeVisible({ timeout: 5_000 })
  }).toPass()
  await dialog.getByLabel('Password', { exact: true }).fill(IMPORTER.password)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog).toBeHidden()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Images')
})

test('signing out ends the token at Keystone', async ({ page, cloud, pageProblems }) => {
  // A poll that was on its way.
  pageProblems.allowFailedRequest(/\/api\//)
  const revoked = () =>
    cloud.keystoneCalls().filter((call) => call.startsWith('DELETE /v3/auth/tokens 204')).length
  const before = revoked()
  await signIn(page, '/settings', IMPORTER)
  await page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect.poll(revoked).toBe(before + 1)
})
