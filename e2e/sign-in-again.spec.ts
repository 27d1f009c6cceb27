import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import { fillImportForm, jobStatus, startImport, submitImport, uniqueName } from './import-form.ts'

const A_DAY = 25 * 3600

test('a token that ended meets a dialog over the form, and nothing typed is lost', async ({
  page,
  simulator,
  pageProblems,
}) => {
  // The shell asks too, and is told the same.
  pageProblems.allowFailedRequest(/\/api\//)
  await signIn(page)
  const name = uniqueName('expired')
  await fillImportForm(page, { file: 'ims-image:centos70.qcow2', name, minDisk: '40' })
  await simulator.advanceSeconds(A_DAY)
  await submitImport(page)

  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByLabel('Password', { exact: true })).toBeFocused()
  await expectNoAxeViolations(page)
  await dialog.getByLabel('Password', { exact: true }).fill('wrong')
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog.getByText('Domain, user name or password is wrong')).toBeVisible()
  await dialog.getByLabel('Password', { exact: true }).fill('demo-password')
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog).toBeHidden()

  await expect(page.getByLabel('Image name')).toHaveValue(name)
  expect(await simulator.count('POST /v2/cloudimages/action')).toBeLessThanOrEqual(1)
  await submitImport(page)
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Succeeded')
})

test('a job whose token ended pauses, and goes on after signing in', async ({
  page,
  simulator,
  pageProblems,
}) => {
  pageProblems.allowFailedRequest(/\/api\//)
  await signIn(page)
  await simulator.setSpeed(1)
  await startImport(page, { file: 'ims-image:centos70.qcow2', name: uniqueName('pause'), minDisk: '40' })
  await expect(jobStatus(page)).toHaveText('Running')
  await simulator.advanceSeconds(A_DAY)

  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  await expect(dialog).toBeVisible()
  await dialog.getByLabel('Password', { exact: true }).fill('demo-password')
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(jobStatus(page)).toHaveText('Succeeded')
})

test('a session that was ended elsewhere sends a fresh visit to the sign-in page and back', async ({
  page,
  context,
  simulator,
  pageProblems,
}) => {
  pageProblems.allowFailedRequest(/\/api\//)
  await signIn(page)
  await simulator.advanceSeconds(A_DAY)
  const fresh = await context.newPage()
  await fresh.goto('/images')
  await expect(fresh.getByLabel('Password', { exact: true })).toBeVisible()
  await fresh.close()
})
