import { expect, signIn, test } from './fixtures.ts'
import { fillImportForm, startImport, uniqueName } from './import-form.ts'

test('the switcher re-scopes by the token, and each project has its own jobs and draft', async ({
  page,
  simulator,
}) => {
  await signIn(page)
  const name = uniqueName('in-demo')
  await startImport(page, { file: 'ims-image:centos70.qcow2', name, minDisk: '40' })
  await page.getByRole('button', { name: /eu-de_demo/ }).click()
  await page.getByRole('option', { name: /eu-de_lab/ }).click()

  await expect(page).toHaveURL(/\/jobs$/)
  await expect(page.getByRole('button', { name: /eu-de_lab/ })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('No imports yet')
  await expect(page.getByRole('main')).not.toContainText(name)
  expect(await simulator.count('POST /v3/auth/tokens')).toBe(2)
})

test('a tab that still shows the other project sends nothing into the new one', async ({
  page,
  context,
  simulator,
}) => {
  await signIn(page)
  await fillImportForm(page, {
    file: 'ims-image:centos70.qcow2',
    name: uniqueName('other-tab'),
    minDisk: '40',
  })

  const other = await context.newPage()
  await other.goto('/images')
  await other.getByRole('button', { name: /eu-de_demo/ }).click()
  await other.getByRole('option', { name: /eu-de_lab/ }).click()
  await expect(other.getByRole('button', { name: /eu-de_lab/ })).toBeVisible()

  await expect(page.getByText('You are now in eu-de_lab')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  expect(await simulator.count('POST /v2/cloudimages/action')).toBe(0)
})
