import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import {
  detail,
  editButton,
  editDialog,
  expectHearing,
  openDelete,
  openEdit,
  openImage,
  save,
  shareButton,
  tab,
  told,
} from './image-page.ts'
import { uniqueName } from './import-form.ts'
import { changeElsewhere, deleteElsewhere } from './other-tool.ts'

test('selecting text past the edge of a dialog does not close it, and a press beside it does', async ({
  page,
  simulator,
}) => {
  const id = await simulator.putImage({ name: uniqueName('dragged') })
  await openImage(page, id)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Copy…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy image' })
  await dialog.getByLabel('Description').fill('Typed with care')
  await dialog.getByLabel('Description').hover()
  await page.mouse.down()
  await page.mouse.move(5, 5)
  await page.mouse.up()
  await expect(dialog).toBeVisible()
  await expect(dialog.getByLabel('Description')).toHaveValue('Typed with care')
  await page.mouse.click(5, 5)
  await expect(dialog).toBeHidden()
})

test('an image that is still being made is neither edited, shared nor deleted', async ({
  page,
  simulator,
}) => {
  const id = await simulator.putImage({ name: uniqueName('making'), status: 'saving' })
  await openImage(page, id)
  await expect(page.getByRole('main')).toContainText('Still being imported.')
  await expect(editButton(page)).toHaveAccessibleDescription(/It is still being made\./)
  await expect(shareButton(page)).toHaveAccessibleDescription(/It is still being made\./)
  await page.getByRole('button', { name: 'More actions' }).click()
  await expect(page.getByRole('menuitem', { name: /^Delete image/ })).toContainText(
    'IMS is still making it; delete it when that ends.',
  )
  await expectNoAxeViolations(page)
})

test('an image that is deactivated is not to be made again, but active again', async ({
  page,
  simulator,
}) => {
  const id = await simulator.putImage({ name: uniqueName('deactivated'), status: 'deactivated' })
  await openImage(page, id)
  await expect(editButton(page)).toHaveAccessibleDescription(
    'It is deactivated. Ask whoever deactivated it, or the support of the cloud.',
  )
  await expect(shareButton(page)).toHaveAccessibleDescription(/^It is deactivated\./)
  await expect(page.getByRole('region', { name: 'What you can do' })).not.toContainText('delete this one')
  await expectNoAxeViolations(page)
})

test('the pointer reaches the words that say why not', async ({ page, simulator }) => {
  const id = await simulator.putImage({ name: uniqueName('making-tip'), status: 'saving' })
  await openImage(page, id)
  await editButton(page).hover()
  const tip = page.getByRole('tooltip').filter({ hasText: 'It is still being made.' })
  await expect(tip).toBeVisible()
  const from = await editButton(page).boundingBox()
  const to = await tip.boundingBox()
  const x = (from?.x ?? 0) + 12
  // Every pixel of the way, as a hand does it: a gap would close the tip.
  for (let y = (from?.y ?? 0) + 12; y < (to?.y ?? 0) + 8; y += 1) await page.mouse.move(x, y)
  await expect(tip).toBeVisible()
  await page.mouse.move(0, 0)
  await expect(tip).toBeHidden()
})

test('a change of an image that went meanwhile is refused in the drawer', async ({
  page,
  simulator,
  pageProblems,
}) => {
  pageProblems.allowFailedRequest(/\/api\/images\//)
  const id = await simulator.putImage({ name: uniqueName('gone-edit') })
  await openImage(page, id)
  await openEdit(page)
  await editDialog(page).getByLabel('Description').fill('Too late')
  await deleteElsewhere(simulator.iamAddress, id)
  await save(page)
  await expect(editDialog(page)).toContainText('This image is not there any more')
  await expect(editDialog(page).getByLabel('Description')).toHaveValue('Too late')
  await expectNoAxeViolations(page)
  await editDialog(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('main')).toContainText(/This image was deleted at \d\d:\d\d/)
})

test('a status and properties that nobody knows are shown as they are', async ({ page, simulator }) => {
  const id = await simulator.putImage({
    name: uniqueName('strange'),
    status: 'hibernating',
    __brand_new: 'seven',
    virtual_env_type: 'Holodeck',
  })
  await openImage(page, id)
  await expect(page.getByRole('main').getByRole('status')).toHaveText('hibernating')
  await expect(detail(page, 'Type')).toContainText('of a kind Slipway does not know')
  await page.getByText('Other properties as IMS sent them').click()
  const details = page.getByRole('region', { name: 'Details' })
  await expect(details).toContainText('__brand_new')
  await expect(details).toContainText('seven')
  await expect(editButton(page)).toHaveAccessibleDescription(/It is not active\./)
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Show the cloud’s names' }).click()
  await expect(details).toContainText('virtual_env_type')
})

test('a project that neither owns the image nor is offered it finds nothing', async ({
  page,
  simulator,
  pageProblems,
}) => {
  pageProblems.allowFailedRequest(/\/images\//)
  const id = await simulator.putImage({ name: uniqueName('not-mine') })
  await signIn(page, '/images', { project: 'eu-de_lab' })
  await page.goto(`/images/${id}`)
  await expect(page.getByRole('main')).toContainText('No image with this id in eu-de_lab')
})

test('what was changed stands under Activity, with what became of it', async ({ page, simulator }) => {
  const name = uniqueName('recorded')
  const id = await simulator.putImage({ name })
  await openImage(page, id)
  await openEdit(page)
  await editDialog(page).getByLabel('Description').fill('For the record')
  await save(page)
  await expect(told(page)).toContainText('Saved')
  await tab(page, 'Activity').click()
  await expect(page).toHaveURL(/tab=activity$/)
  const changes = page.getByRole('region', { name: 'Changes' })
  const row = changes.getByRole('row').filter({ hasText: `Changed ${name}` })
  await expect(row).toContainText('demo')
  await expect(row).toContainText('Done')
  await expectNoAxeViolations(page)
  await row.getByRole('button', { name: `Changed ${name}` }).click()
  await expect(page.getByRole('dialog')).toContainText('For the record')
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await changes.getByRole('link', { name: 'Open in Activity' }).click()
  await expect(page).toHaveURL(/\/activity\?/)
  await expect(page.getByRole('main')).toContainText(`Changed ${name}`)
})

test('code is about this image, in the language that was chosen last', async ({ page, simulator }) => {
  const id = await simulator.putImage({ name: uniqueName('coded') })
  const other = await simulator.putImage({ name: uniqueName('coded') })
  await openImage(page, id, { tab: 'code' })
  await expect(page.getByRole('region', { name: 'Read it, code' })).toContainText(
    `openstack image show ${id}`,
  )
  await expectNoAxeViolations(page)
  for (const language of ['curl', 'Ansible', 'Terraform']) {
    await page.getByRole('radio', { name: language }).check({ force: true })
    await expect(page.getByRole('region', { name: 'Use in code' })).toContainText(id)
    await expectNoAxeViolations(page)
  }
  await page.goto(`/images/${other}?tab=code`)
  await expect(page.getByRole('radio', { name: 'Terraform' })).toBeChecked()
  await expect(page.getByRole('region', { name: 'Use in code' })).toContainText(other)
})

test('JSON is what IMS gave, to be read and taken away', async ({ page, simulator }) => {
  const id = await simulator.putImage({ name: uniqueName('raw'), __brand_new: 'seven' })
  await openImage(page, id, { tab: 'json' })
  await expect(page.getByRole('region', { name: 'Image as JSON' })).toContainText('"__brand_new": "seven"')
  await expectNoAxeViolations(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download JSON' }).click(),
  ])
  expect(file.suggestedFilename()).toBe(`image-${id}.json`)
})

test('whoever has started a server says whether it boots, and a new boot mode asks anew', async ({
  page,
  simulator,
}) => {
  const id = await simulator.putImage({ name: uniqueName('tried'), hw_firmware_type: 'bios' })
  await openImage(page, id)
  const firstUse = page.getByRole('region', { name: 'Before first use' })
  const takeBack = firstUse.getByRole('button', { name: 'Take this back' })
  await firstUse
    .getByRole('group', { name: 'I started a server from it:' })
    .getByRole('button', { name: 'It does not boot' })
    .click()
  await expect(firstUse).toContainText('A server did not boot from it by BIOS')
  await expect(firstUse).toContainText(/demo started a server from it .*: it does not boot\./)
  await expect(takeBack).toBeFocused()
  await expect(page.locator('[aria-live="polite"][aria-atomic="true"]')).toHaveText('Kept: it does not boot')
  await expectNoAxeViolations(page)

  await firstUse.getByRole('button', { name: 'Change to UEFI' }).click()
  await expect(firstUse).toContainText('Boots by UEFI, not tried yet')
  await expect(firstUse.getByRole('heading', { name: 'Before first use' })).toBeFocused()
  await expect(firstUse).toContainText(/by BIOS .*: it does not boot\./)
  await firstUse.getByRole('button', { name: 'It boots', exact: true }).click()
  await expect(firstUse).toContainText('A server booted from it by UEFI')
  await expect(takeBack).toBeFocused()

  await page.reload()
  await expectHearing(page)
  await expect(firstUse).toContainText('A server booted from it by UEFI')
  await tab(page, 'Activity').click()
  await expect(page.getByRole('tabpanel')).toContainText('Said whether')
  await tab(page, 'Overview').click()
  await takeBack.click()
  await expect(firstUse).toContainText('I started a server from it:')
  await expect(firstUse.getByRole('button', { name: 'It boots', exact: true })).toBeFocused()
})

test('what was seen of a server stands for the boot mode that the page showed', async ({
  page,
  simulator,
}) => {
  const id = await simulator.putImage({ name: uniqueName('tried-before'), hw_firmware_type: 'bios' })
  await openImage(page, id)
  const firstUse = page.getByRole('region', { name: 'Before first use' })
  const boots = firstUse.getByRole('button', { name: 'It boots', exact: true })
  await expect(boots).toBeVisible()
  await changeElsewhere(simulator.iamAddress, id, [{ op: 'add', path: '/hw_firmware_type', value: 'uefi' }])
  await boots.click()
  await expect(firstUse).toContainText(/demo started a server from it by BIOS .*: it boots\./)
  await expect(firstUse).toContainText('Boots by UEFI, not tried yet')
  await expect(boots).toBeVisible()
})

test('an image is imported again as what it is, and what cannot be the same is said', async ({
  page,
  simulator,
}) => {
  const file = 'ims-image:centos70.qcow2'
  const [bareMetal, dataDisk] = [uniqueName('bare-metal'), uniqueName('data-disk')]
  const first = await simulator.putImage({
    name: bareMetal,
    virtual_env_type: 'Ironic',
    __os_version: 'Red Hat Linux Enterprise 9.1 64bit',
    __data_origin: `file,${file}`,
  })
  const second = await simulator.putImage({
    name: dataDisk,
    virtual_env_type: 'DataImage',
    __os_type: 'Windows',
    __system__cmkid: '11111111-1111-4111-8111-111111111111',
    __data_origin: `file,${file}`,
  })
  const importAgain = async () => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Import again' }).click()
    await page.waitForURL(/\/import\?file=/)
    await expect(page.getByLabel('Image file')).toHaveValue(file)
  }
  await openImage(page, first)
  await importAgain()
  const main = page.getByRole('main')
  await expect(main).toContainText(`Filled in from ${bareMetal}`)
  await expect(main).toContainText('Red Hat Linux Enterprise 9.1 64bit, a name that is not on the list')
  await expect(page.getByRole('region', { name: 'Preflight' })).toContainText(/40\sGiB/)
  await expect(page.getByRole('radio', { name: 'Bare metal server' })).toBeChecked()
  await expectNoAxeViolations(page)

  await page.goto(`/images/${second}`)
  await expectHearing(page)
  await importAgain()
  await expect(page.getByRole('radio', { name: 'Data disk' })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Windows' })).toBeChecked()
  await expect(page.getByLabel('Encryption key')).toHaveValue('11111111-1111-4111-8111-111111111111')
  await expect(main).not.toContainText('Filled in from')
})

test('single keys open Edit and Share unless they are turned off, and arrows move between tabs', async ({
  page,
  simulator,
}) => {
  const id = await simulator.putImage({ name: uniqueName('keys') })
  await openImage(page, id)
  await page.keyboard.press('e')
  await expect(editDialog(page).getByLabel('Image name')).toBeFocused()
  // Under a dialog they are letters.
  await page.keyboard.press('s')
  await expect(editDialog(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(editButton(page)).toBeFocused()
  await page.keyboard.press('s')
  await expect(page).toHaveURL(/tab=sharing$/)
  await expect(page.getByRole('textbox', { name: 'Project id' })).toBeFocused()

  await tab(page, 'Sharing').focus()
  await page.keyboard.press('ArrowRight')
  await expect(tab(page, 'Activity')).toBeFocused()
  await expect(page).toHaveURL(/tab=activity$/)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(tab(page, 'Overview')).toHaveAttribute('aria-selected', 'true')
  await expect(page).not.toHaveURL(/tab=/)
  await page.keyboard.press('End')
  await expect(tab(page, 'JSON')).toBeFocused()

  await page.goto('/settings')
  await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible()
  await page.getByRole('region', { name: 'Keyboard' }).getByRole('switch').uncheck({ force: true })
  await page.goto(`/images/${id}`)
  await expectHearing(page)
  await tab(page, 'JSON').click()
  await expect(page).toHaveURL(/tab=json$/)
  await page.keyboard.press('e')
  await page.keyboard.press('s')
  await expect(page).toHaveURL(/tab=json$/)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the page of an image on a phone', async ({ page, simulator }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const id = await simulator.putImage({
    name: uniqueName('a-name-that-is-longer-than-a-phone-is-wide-and-has-no-blank-to-break-at'),
    tags: ['team=web', 'stage=production-of-the-whole-company'],
  })
  await openImage(page, id)
  for (const name of ['Overview', 'Sharing', 'Activity', 'Use in code', 'JSON']) {
    await tab(page, name).click()
    await expect(tab(page, name)).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('tabpanel')).toBeVisible()
    await expectNoAxeViolations(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(390)
  }
  await openDelete(page)
  await expectNoAxeViolations(page)
})
