import { expect, expectNoAxeViolations, test } from './fixtures.ts'
import { comeBack, detail, editButton, editDialog, openEdit, openImage, save, told } from './image-page.ts'
import { uniqueName } from './import-form.ts'
import { changeElsewhere } from './other-tool.ts'

const PATCH = 'PATCH /v2/cloudimages/{image_id}'
const TAGS = 'POST /v2/{project_id}/images/{image_id}/tags/action'
const A_DAY = 25 * 3600

test('everything that can be changed is changed, shown, and put back by Undo', async ({
  page,
  simulator,
}) => {
  const name = uniqueName('edited')
  const id = await simulator.putImage({
    name,
    hw_firmware_type: 'bios',
    tags: ['stage=test', 'team=web'],
    __description: 'As it came',
  })
  await openImage(page, id)
  await openEdit(page)
  const drawer = editDialog(page)
  await expect(drawer.getByLabel('Image name')).toBeFocused()
  await expect(drawer).toContainText('Cannot be changed')
  await expect(drawer.getByRole('button', { name: 'Save changes' })).toHaveAccessibleDescription(
    'Nothing is changed yet.',
  )
  await expectNoAxeViolations(page)

  await drawer.getByLabel('Image name').fill(`${name}-new`)
  await drawer.getByLabel('Description').fill('Golden image, June')
  await drawer.getByRole('button', { name: 'Remove stage=test' }).click()
  await drawer.getByLabel('Tags').pressSequentially('owner.ops,')
  await drawer.getByLabel('Minimum memory (MB)').fill('2048')
  await drawer.getByLabel('Maximum memory (MB)').fill('65536')
  await drawer.getByRole('radio', { name: 'UEFI' }).check({ force: true })
  await drawer.getByText('The same in code').click()
  await expect(drawer.getByRole('region', { name: 'These changes, code' })).toContainText(`${name}-new`)
  await expectNoAxeViolations(page)
  await save(page)

  await expect(told(page)).toContainText('Saved')
  await expect(drawer).toBeHidden()
  await expect(editButton(page)).toBeFocused()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name}-new`)
  await expect(detail(page, 'Description')).toHaveText('Golden image, June')
  await expect(detail(page, 'Tags')).toHaveText(/^(?=.*owner=ops)(?=.*team=web)/)
  await expect(detail(page, 'Tags')).not.toContainText('stage')
  await expect(detail(page, 'Memory limits')).toHaveText(/2048 to 65536\sMB/)
  await expect(detail(page, 'Boot mode')).toHaveText('UEFI')
  expect(await simulator.count(PATCH)).toBe(1)

  await told(page).getByRole('button', { name: 'Undo' }).click()
  await expect(told(page)).toContainText('Put back as it was')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(detail(page, 'Description')).toHaveText('As it came')
  await expect(detail(page, 'Tags')).toHaveText(/^(?=.*stage=test)(?=.*team=web)/)
  await expect(detail(page, 'Memory limits')).toHaveText('None set')
  await expect(detail(page, 'Boot mode')).toHaveText('BIOS')
})

test('only what changed is sent, and what others changed elsewhere in the image stays', async ({
  page,
  simulator,
}) => {
  const name = uniqueName('one-field')
  const id = await simulator.putImage({ name, tags: ['team=web'] })
  await openImage(page, id)
  await openEdit(page)
  const drawer = editDialog(page)
  await changeElsewhere(simulator.iamAddress, id, [{ op: 'replace', path: '/name', value: `${name}-theirs` }])
  const patches = await simulator.count(PATCH)
  await drawer.getByLabel('Description').fill('Mine')
  await drawer.getByLabel('Description').press('Control+Enter')
  await expect(told(page)).toContainText('Saved')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name}-theirs`)
  await expect(detail(page, 'Description')).toHaveText('Mine')
  expect(await simulator.count(PATCH)).toBe(patches + 1)
  expect(await simulator.count(TAGS)).toBe(0)

  await openEdit(page)
  await expect(drawer.getByLabel('Image name')).toHaveValue(`${name}-theirs`)
  await drawer.getByLabel('Tags').fill('stage.prod')
  await drawer.getByLabel('Tags').press('Enter')
  await save(page)
  await expect(detail(page, 'Tags')).toHaveText(/^(?=.*stage=prod)(?=.*team=web)/)
  expect(await simulator.count(PATCH)).toBe(patches + 1)
  expect(await simulator.count(TAGS)).toBe(1)
})

test('wrong values are refused at their fields, nothing is sent and nothing typed is lost', async ({
  page,
  simulator,
}) => {
  const id = await simulator.putImage({ name: uniqueName('wrong') })
  await openImage(page, id)
  await openEdit(page)
  const drawer = editDialog(page)
  const longTag = 'x'.repeat(300)
  await drawer.getByLabel('Image name').fill('so * not')
  await drawer.getByLabel('Tags').fill(longTag)
  await drawer.getByLabel('Minimum memory (MB)').fill('4096')
  await drawer.getByLabel('Maximum memory (MB)').fill('2048')
  await save(page)
  await expect(drawer.getByLabel('Image name')).toBeFocused()
  await expect(drawer.getByLabel('Image name')).toHaveAccessibleDescription(/Remove the \*/)
  await expect(drawer.getByLabel('Tags')).toHaveAccessibleDescription(/Write a tag as key\.value/)
  await expect(drawer.getByLabel('Maximum memory (MB)')).toHaveAccessibleDescription(
    /Enter more than the minimum, 4096, or leave it empty\./,
  )
  await expectNoAxeViolations(page)

  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expect(editButton(page)).toBeFocused()
  await openEdit(page)
  await expect(drawer.getByLabel('Image name')).toHaveValue('so * not')
  await expect(drawer.getByRole('button', { name: `Remove ${longTag}` })).toBeVisible()
  await expect(drawer.getByLabel('Maximum memory (MB)')).toHaveValue('2048')
  expect(await simulator.count(PATCH)).toBe(0)
  await drawer.getByRole('button', { name: 'Start again' }).click()
  await expect(drawer.getByLabel('Minimum memory (MB)')).toHaveValue('')
  await expect(drawer.getByRole('button', { name: `Remove ${longTag}` })).toBeHidden()
})

test('of two people who change the same field, each value is shown and one is chosen', async ({
  page,
  simulator,
}) => {
  const name = uniqueName('both')
  const id = await simulator.putImage({ name, __description: 'Before' })
  await openImage(page, id)
  await openEdit(page)
  const drawer = editDialog(page)
  await drawer.getByLabel('Image name').fill(`${name}-mine`)
  await drawer.getByLabel('Description').fill('Mine')
  await changeElsewhere(simulator.iamAddress, id, [
    { op: 'replace', path: '/name', value: `${name}-theirs` },
    { op: 'add', path: '/__description', value: 'Theirs' },
  ])
  const patches = await simulator.count(PATCH)
  await save(page)
  await expect(drawer).toContainText('Changed by someone else since you opened this')
  await expect(drawer).toContainText('Nothing was saved.')
  const ofName = drawer.getByRole('group', { name: 'Image name' })
  const ofDescription = drawer.getByRole('group', { name: 'Description' })
  await expect(ofName).toContainText(`${name}-mine`)
  await expect(ofName).toContainText(`${name}-theirs`)
  await expectNoAxeViolations(page)
  await save(page)
  expect(await simulator.count(PATCH)).toBe(patches)

  await ofName.getByRole('button', { name: 'Take theirs' }).click()
  await expect(drawer.getByLabel('Image name')).toHaveValue(`${name}-theirs`)
  await ofDescription.getByRole('button', { name: 'Keep mine' }).click()
  await expect(drawer).toContainText('Save again to write what you chose.')
  await save(page)
  await expect(told(page)).toContainText('Saved')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name}-theirs`)
  await expect(detail(page, 'Description')).toHaveText('Mine')
  expect(await simulator.count(PATCH)).toBe(patches + 1)
})

test('of limits of memory that two people changed apart, both are shown, and no choice that makes no sense is saved', async ({
  page,
  simulator,
}) => {
  const id = await simulator.putImage({ name: uniqueName('torn'), min_ram: 1024, max_ram: '4096' })
  await openImage(page, id)
  await openEdit(page)
  const drawer = editDialog(page)
  await drawer.getByLabel('Minimum memory (MB)').fill('3072')
  await changeElsewhere(simulator.iamAddress, id, [{ op: 'add', path: '/max_ram', value: '2048' }])
  const patches = await simulator.count(PATCH)
  await save(page)
  const least = drawer.getByRole('group', { name: 'Minimum memory (MB)' })
  const most = drawer.getByRole('group', { name: 'Maximum memory (MB)' })
  await expect(least).toContainText(/Yours3072\sMB.*Theirs1024\sMB/)
  await expect(most).toContainText(/Yours4096\sMB.*Theirs2048\sMB/)
  await expectNoAxeViolations(page)

  await least.getByRole('button', { name: 'Keep mine' }).click()
  await most.getByRole('button', { name: 'Take theirs' }).click()
  await expect(drawer).toContainText('Change what is marked below, then save again.')
  await expect(drawer.getByLabel('Maximum memory (MB)')).toHaveAccessibleDescription(
    /Enter more than the minimum, 3072, or leave it empty\./,
  )
  await save(page)
  expect(await simulator.count(PATCH)).toBe(patches)
  await most.getByRole('button', { name: 'Keep mine' }).click()
  await expect(drawer).toContainText('Save again to write what you chose.')
  await save(page)
  await expect(told(page)).toContainText('Saved')
  await expect(detail(page, 'Memory limits')).toHaveText(/3072 to 4096\sMB/)
  expect(await simulator.count(PATCH)).toBe(patches + 1)
})

test('a choice that leaves everything as theirs ends without a call', async ({ page, simulator }) => {
  const id = await simulator.putImage({ name: uniqueName('theirs'), __description: 'Before' })
  await openImage(page, id)
  await openEdit(page)
  const drawer = editDialog(page)
  await drawer.getByLabel('Description').fill('Mine')
  await changeElsewhere(simulator.iamAddress, id, [{ op: 'add', path: '/__description', value: 'Theirs' }])
  const patches = await simulator.count(PATCH)
  await save(page)
  await drawer.getByRole('button', { name: 'Take theirs' }).click()
  await save(page)
  await expect(drawer).toBeHidden()
  await expect(detail(page, 'Description')).toHaveText('Theirs')
  expect(await simulator.count(PATCH)).toBe(patches)
})

test('what was saved before a refusal is said, and the rest stays to be saved', async ({
  page,
  simulator,
}) => {
  const name = uniqueName('partly')
  const id = await simulator.putImage({ name })
  await openImage(page, id)
  await openEdit(page)
  const drawer = editDialog(page)
  await drawer.getByLabel('Image name').fill(`${name}-new`)
  await drawer.getByLabel('Tags').fill('team.web')
  await simulator.addFault({
    service: 'ims',
    method: 'POST',
    path: TAGS.replace('POST ', ''),
    status: 400,
    body: { error: { code: 'IMG.0116', message: 'quota' } },
  })
  await save(page)
  await expect(drawer).toContainText('Only a part was saved.')
  await expect(drawer).toContainText('Saved: Image name. What is not saved is still in the form.')
  await expect(drawer).toContainText('IMG.0116')
  await expect(drawer.getByRole('button', { name: /Remove team[.=]web/ })).toBeVisible()
  await expectNoAxeViolations(page)

  await save(page)
  await expect(told(page)).toContainText('Saved')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name}-new`)
  await expect(detail(page, 'Tags')).toHaveText('team=web')
  expect(await simulator.count(PATCH)).toBe(1)
  expect(await simulator.count(TAGS)).toBe(2)
})

test('a session that ends meanwhile is asked for over the drawer, which keeps what was typed', async ({
  page,
  simulator,
  pageProblems,
}) => {
  pageProblems.allowFailedRequest(/\/api\//)
  const id = await simulator.putImage({ name: uniqueName('ended') })
  await openImage(page, id)
  await openEdit(page)
  const drawer = editDialog(page)
  await drawer.getByLabel('Description').fill('Typed before the end')
  await simulator.advanceSeconds(A_DAY)
  await save(page)
  const session = page.getByRole('dialog', { name: 'Your session has ended' })
  await expect(session.getByLabel('Password', { exact: true })).toBeFocused()
  await session.getByLabel('Password', { exact: true }).fill('demo-password')
  await session.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(session).toBeHidden()
  await expect(drawer.getByLabel('Description')).toHaveValue('Typed before the end')
  expect(await simulator.count(PATCH)).toBe(0)
  await save(page)
  await expect(told(page)).toContainText('Saved')
  await expect(detail(page, 'Description')).toHaveText('Typed before the end')
})

test('a read in the background changes no field of an open form', async ({ page, simulator }) => {
  const name = uniqueName('held')
  const id = await simulator.putImage({ name })
  await openImage(page, id)
  await openEdit(page)
  const drawer = editDialog(page)
  await drawer.getByLabel('Description').fill('Half typed')
  await changeElsewhere(simulator.iamAddress, id, [{ op: 'replace', path: '/name', value: `${name}-theirs` }])
  await comeBack(page)
  await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toHaveText(`${name}-theirs`)
  await expect(drawer.getByLabel('Description')).toHaveValue('Half typed')
  await expect(drawer.getByLabel('Image name')).toHaveValue(name)
})

test('the browser asks before a reload takes away what was typed', async ({ page, simulator }) => {
  const id = await simulator.putImage({ name: uniqueName('unsaved') })
  await openImage(page, id)
  await openEdit(page)
  const description = editDialog(page).getByLabel('Description')
  await description.pressSequentially('Half typed')
  const asked = page.waitForEvent('dialog')
  await page.evaluate(() => setTimeout(() => location.reload()))
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()
  await expect(description).toHaveValue('Half typed')

  // What is saved is not lost, so nobody is asked.
  await save(page)
  await expect(told(page)).toContainText('Saved')
  let isAskedAgain = false
  page.on('dialog', (dialog) => {
    isAskedAgain = true
    void dialog.accept()
  })
  await page.reload()
  await expect(detail(page, 'Description')).toHaveText('Half typed')
  expect(isAskedAgain).toBe(false)
})

test('on a phone the drawer fills the screen and saves as well', async ({ page, simulator }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const name = uniqueName('phone')
  const id = await simulator.putImage({ name })
  await openImage(page, id)
  await openEdit(page)
  const drawer = editDialog(page)
  expect((await drawer.boundingBox())?.width).toBe(390)
  await drawer.getByLabel('Image name').fill('')
  await save(page)
  await expect(drawer.getByLabel('Image name')).toHaveAccessibleDescription(/Enter an image name\./)
  await expectNoAxeViolations(page)
  await drawer.getByLabel('Image name').fill(`${name}-new`)
  await save(page)
  await expect(told(page)).toContainText('Saved')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name}-new`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
