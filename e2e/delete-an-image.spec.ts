import { expect, expectNoAxeViolations, test } from './fixtures.ts'
import {
  comeBack,
  deleteDialog,
  detail,
  editButton,
  expectHearing,
  holdActions,
  openDelete,
  openImage,
  shareButton,
  tab,
  told,
} from './image-page.ts'
import { uniqueName } from './import-form.ts'
import { deleteElsewhere } from './other-tool.ts'

const DELETE = 'DELETE /v2/images/{image_id}'
/** The next deletion, as of an image that is still being made. */
const REFUSED = {
  service: 'ims',
  method: 'DELETE',
  path: '/v2/images/{image_id}',
  status: 400,
  body: { error: { code: 'IMG.0090', message: 'no' } },
} as const

test('deletion says what goes and what stays, and ends in the list', async ({ page, simulator }) => {
  const name = uniqueName('deleted')
  const id = await simulator.putImage({ name })
  await openImage(page, id)
  await openDelete(page)
  const dialog = deleteDialog(page)
  await expect(dialog).toContainText(`Permanently delete ${name}? Servers made from it keep running.`)
  await expect(dialog).toContainText('The file in the bucket stays. This cannot be undone.')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused()

  await openDelete(page)
  await dialog.getByRole('button', { name: 'Delete image' }).click()
  await expect(page).toHaveURL(/\/images$/)
  await expect(told(page)).toContainText(`Deleted ${name}`)
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0)
  expect(await simulator.count(DELETE)).toBe(1)
})

test('an image that others use is deleted once its name was typed', async ({ page, simulator }) => {
  const name = uniqueName('used')
  const id = await simulator.putImage({ name, members: [{ project: 'eu-de_lab', status: 'accepted' }] })
  await openImage(page, id)
  await expect(tab(page, 'Sharing')).toContainText('1')
  await openDelete(page)
  const dialog = deleteDialog(page)
  const field = dialog.getByLabel(`Type ${name} to confirm`)
  await expect(dialog).toContainText('1 project loses it:')
  await expect(field).toBeFocused()
  await field.fill('something else')
  await field.press('Enter')
  await expect(field).toHaveAccessibleDescription(`Type exactly: ${name}`)
  await expectNoAxeViolations(page)
  expect(await simulator.count(DELETE)).toBe(0)
  await field.fill(name)
  await field.press('Enter')
  await expect(page).toHaveURL(/\/images$/)
  await expect(told(page)).toContainText(`Deleted ${name}`)
})

test('an image that others use is deleted once its name was typed, also when it is not known by whom', async ({
  page,
  simulator,
  pageProblems,
}) => {
  pageProblems.allowFailedRequest(/\/members$/)
  const name = uniqueName('used-unread')
  const id = await simulator.putImage({ name, members: [{ project: 'eu-de_lab', status: 'accepted' }] })
  await simulator.addFault({
    service: 'ims',
    method: 'GET',
    path: '/v2/images/{image_id}/members',
    status: 500,
    times: 100,
  })
  await openImage(page, id)
  await openDelete(page)
  const dialog = deleteDialog(page)
  const field = dialog.getByLabel(`Type ${name} to confirm`)
  await expect(dialog).toContainText('It is shared with other projects, which lose it too.')
  await expect(field).toBeFocused()
  await dialog.getByRole('button', { name: 'Delete image' }).click()
  await expect(field).toHaveAccessibleDescription(`Type exactly: ${name}`)
  expect(await simulator.count(DELETE)).toBe(0)
  await expectNoAxeViolations(page)
})

test('a protected image says what can be done about it', async ({ page, simulator }) => {
  const id = await simulator.putImage({ name: uniqueName('protected'), protected: true })
  await openImage(page, id)
  await openDelete(page)
  const dialog = deleteDialog(page)
  await expect(dialog).toContainText('Delete protection is on.')
  await expect(dialog).toContainText('Use the tool that set it, or ask the support of the cloud.')
  await expect(dialog.getByRole('button', { name: 'Delete image' })).toBeHidden()
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(dialog).toBeHidden()
})

test('a refusal of IMS is said in the dialog, which stays', async ({ page, simulator }) => {
  const id = await simulator.putImage({ name: uniqueName('refused') })
  await openImage(page, id)
  await openDelete(page)
  await simulator.addFault(REFUSED)
  await deleteDialog(page).getByRole('button', { name: 'Delete image' }).click()
  await expect(deleteDialog(page)).toContainText('IMG.0090')
  await expectNoAxeViolations(page)
  await deleteDialog(page).getByRole('button', { name: 'Delete image' }).click()
  await expect(page).toHaveURL(/\/images$/)
})

test('a refusal that comes when its dialog is closed is said in the corner', async ({ page, simulator }) => {
  const name = uniqueName('refused-late')
  const id = await simulator.putImage({ name })
  await openImage(page, id)
  await simulator.addFault(REFUSED)
  const letGo = await holdActions(page)
  await openDelete(page)
  await deleteDialog(page).getByRole('button', { name: 'Delete image' }).click()
  await expect(deleteDialog(page).getByRole('button', { name: 'Deleting…' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(deleteDialog(page)).toBeHidden()
  letGo()
  await expect(told(page).getByRole('alert')).toContainText(`Deletion of ${name}: `)
  await expect(told(page)).toContainText('IMG.0090')
  await expectNoAxeViolations(page)
})

test('whoever goes elsewhere before an answer comes is left there, and told', async ({ page, simulator }) => {
  const name = uniqueName('left')
  const id = await simulator.putImage({ name })
  await openImage(page, id)
  let letGo = await holdActions(page)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Copy…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Copy image' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Images' }).click()
  await expect(page).toHaveURL(/\/images$/)
  letGo()
  await expect(told(page)).toContainText(`Copy of ${name} was sent to IMS`)
  await expect(page).toHaveURL(/\/images$/)
  await expectNoAxeViolations(page)
  await told(page).getByRole('link', { name: 'Open job' }).click()
  await page.waitForURL(/\/jobs\//)

  const other = uniqueName('left-too')
  await page.goto(`/images/${await simulator.putImage({ name: other })}`)
  await expectHearing(page)
  letGo = await holdActions(page)
  await openDelete(page)
  await deleteDialog(page).getByRole('button', { name: 'Delete image' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Jobs' }).click()
  await expect(page).toHaveURL(/\/jobs$/)
  letGo()
  await expect(told(page)).toContainText(`Deleted ${other}`)
  await expect(page).toHaveURL(/\/jobs$/)
})

test('copying works in a dialog, too, where the browser has no clipboard, as over plain HTTP', async ({
  page,
  simulator,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  const id = await simulator.putImage({ name: uniqueName('refused-copied') })
  await openImage(page, id)
  await simulator.addFault(REFUSED)
  await openDelete(page)
  const dialog = deleteDialog(page)
  await dialog.getByRole('button', { name: 'Delete image' }).click()
  await dialog.getByText('Details', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Copy for support' }).click()
  // The page outside is inert, and nothing in it is heard.
  await expect(dialog.locator('[aria-live="polite"]')).toHaveText('Copied')
  await expect(dialog.getByRole('button', { name: /^(Copied|Copy for support)$/ })).toBeFocused()
})

test('an image that is deleted while its page is open says so, and what was known stays', async ({
  page,
  simulator,
  pageProblems,
}) => {
  pageProblems.allowFailedRequest(/\/api\/images\//)
  const name = uniqueName('gone')
  const id = await simulator.putImage({ name })
  await openImage(page, id)
  await deleteElsewhere(simulator.iamAddress, id)
  await comeBack(page)
  await expect(page.getByRole('main')).toContainText(/This image was deleted at \d\d:\d\d/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Deleted')
  await expect(editButton(page)).toHaveAccessibleDescription(/This image was deleted\./)
  await expect(detail(page, 'Minimum disk')).toContainText('40')
  // Nothing is made of it, or said of it, any more.
  for (const name of ['Make a server from it', 'Before first use', 'What you can do'])
    await expect(page.getByRole('region', { name })).toBeHidden()
  await expectNoAxeViolations(page)
  await tab(page, 'Sharing').click()
  await expect(shareButton(page)).toHaveAttribute('aria-disabled', 'true')
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'Open the list of images' }).click()
  await expect(page).toHaveURL(/\/images$/)
})
