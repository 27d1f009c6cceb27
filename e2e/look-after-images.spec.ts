import { expect, expectNoAxeViolations, test } from './fixtures.ts'
import {
  A_PROJECT,
  announced,
  count,
  firstNames,
  header,
  list,
  names,
  OWN,
  openList,
  says,
  search,
  selection,
} from './image-list.ts'
import { deleteDialog, editDialog, expectHearing, openDelete, openEdit, save, told } from './image-page.ts'
import { uniqueName } from './import-form.ts'

const DELETE = { service: 'ims', method: 'DELETE', path: '/v2/images/{image_id}' } as const

test.use({ images: OWN })

test('what is done on the page of an image far down stands in the list when one comes back', async ({
  page,
}) => {
  await openList(page, 'sort=created')
  const all = await count(page)
  const [oldest, next] = await firstNames(page, 2)
  await names(page).first().click()
  await expectHearing(page)
  await openEdit(page)
  const renamed = uniqueName('renamed')
  await editDialog(page).getByLabel('Image name').fill(renamed)
  await save(page)
  await expect(told(page)).toContainText('Saved')
  await page.goBack()
  await expect(names(page).first()).toHaveText(renamed)
  expect(oldest).not.toBe(renamed)

  await names(page).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(renamed)
  await expectHearing(page)
  await openDelete(page)
  await deleteDialog(page).getByRole('button', { name: 'Delete image' }).click()
  await page.waitForURL(/\/images$/)
  expect(await count(page)).toBe(all - 1)
  await header(page, 'Created').getByRole('button').click()
  await expect(names(page).first()).toHaveText(next ?? '')
})

test('several images are deleted one by one, each with what became of it', async ({ page, simulator }) => {
  await openList(page, 'q=data&sort=name&protected=no&status=active&owner=own')
  const before = (await simulator.state()).images.length
  await list(page).getByRole('checkbox').nth(1).click()
  await list(page)
    .getByRole('checkbox')
    .nth(4)
    .click({ modifiers: ['Shift'] })
  await expect(selection(page)).toContainText('4 selected')
  const chosen = await firstNames(page, 4)
  await simulator.addFault({ ...DELETE, times: 1, delayMs: 2_000 })
  await simulator.addFault({
    ...DELETE,
    times: 1,
    status: 400,
    body: { error: { code: 'IMG.0028', message: 'protected' } },
  })
  await selection(page).getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete images' })
  await expect(dialog).toContainText('Servers made from them keep running.')
  await expectNoAxeViolations(page)
  const field = dialog.getByLabel('Type delete 4 images to confirm')
  await expect(field).toBeFocused()
  await field.fill('delete 3 images')
  await dialog.getByRole('button', { name: 'Delete 4 images' }).click()
  await expect(field).toHaveAccessibleDescription('Type exactly: delete 4 images')
  await field.fill('delete 4 images')
  await field.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Stop' })).toBeFocused()
  await expect(dialog).toContainText('3 of 4 done, 1 refused.')
  await expect(dialog.getByRole('button', { name: 'Close' }).last()).toBeFocused()
  // The page outside is inert, and nothing in it is heard.
  await expect(dialog.locator('[aria-live="polite"]')).toHaveText('3 of 4 done, 1 refused')
  const results = dialog.getByRole('list', { name: 'Results' }).getByRole('listitem')
  await expect(results.nth(1)).toContainText(chosen[1] ?? '')
  await expect(results.nth(1)).toContainText('Refused')
  await expectNoAxeViolations(page)
  await expect(list(page).getByText(chosen[0] ?? '', { exact: true })).toBeHidden()

  await dialog.getByRole('button', { name: 'Try the rest again' }).click()
  await expect(dialog).toContainText('4 of 4 done.')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(selection(page)).toBeHidden()
  await expect(page.locator('[data-row-link]:focus')).toBeVisible()
  expect((await simulator.state()).images.length).toBe(before - 4)
})

test('who loses an image with its deletion is read and named, for one and for several', async ({
  page,
  simulator,
}) => {
  const stem = uniqueName('lost')
  const twice = [{ project: 'eu-de_lab', status: 'accepted' as const }, { project: A_PROJECT }]
  await simulator.putImage({ name: `${stem}-1`, members: twice })
  await simulator.putImage({ name: `${stem}-2` })
  await openList(page, `q=${stem}&sort=name`)
  await list(page).getByRole('checkbox').nth(1).click()
  await selection(page).getByRole('button', { name: 'Delete' }).click()
  const one = page.getByRole('dialog', { name: 'Delete image' })
  await expect(one).toContainText(/2 projects lose it:[0-9a-f]{32} \(accepted\)/)
  // It came above what has focus.
  await expect(one.locator('[aria-live="polite"]')).toHaveText(
    `2 projects lose it. Type ${stem}-1 to confirm.`,
  )
  await expectNoAxeViolations(page)
  await one.getByRole('button', { name: 'Delete image' }).click()
  await expect(one.getByLabel(`Type ${stem}-1 to confirm`)).toHaveAccessibleDescription(
    `Type exactly: ${stem}-1`,
  )
  await one.getByRole('button', { name: 'Cancel' }).click()

  await list(page).getByRole('checkbox').nth(2).click()
  await selection(page).getByRole('button', { name: 'Delete' }).click()
  const both = page.getByRole('dialog', { name: 'Delete images' })
  await expect(both).toContainText('1 of them is shared with 2 other projects, which lose it too.')
  await expect(both.getByRole('list', { name: 'Images to delete' })).toContainText(
    `${stem}-1 · shared with 2 projects`,
  )
  await expectNoAxeViolations(page)
})

test('what every project has is named before it is deleted, and is not shared', async ({
  page,
  simulator,
}) => {
  const stem = uniqueName('open')
  await simulator.putImage({ name: `${stem}-1`, visibility: 'public' })
  await simulator.putImage({ name: `${stem}-2` })
  await openList(page, `q=${stem}&sort=name`)
  await list(page).getByRole('checkbox').nth(1).click()
  await selection(page).getByRole('button', { name: 'Delete' }).click()
  const one = page.getByRole('dialog', { name: 'Delete image' })
  await expect(one).toContainText('Every project can use it, and loses it too.')
  await expect(one.getByLabel(`Type ${stem}-1 to confirm`)).toBeVisible()
  await expectNoAxeViolations(page)
  await one.getByRole('button', { name: 'Cancel' }).click()

  await list(page).getByRole('checkbox').nth(2).click()
  await selection(page).getByRole('button', { name: 'Delete' }).click()
  const both = page.getByRole('dialog', { name: 'Delete images' })
  await expect(both).toContainText('1 of them is open to every project, which loses it too.')
  await expect(both.getByRole('list', { name: 'Images to delete' })).toContainText(
    `${stem}-1 · open to every project`,
  )
  await both.getByRole('button', { name: 'Cancel' }).click()

  await selection(page).getByRole('button', { name: 'Share' }).click()
  const sharing = page.getByRole('dialog', { name: 'Share images' })
  await expect(sharing).toContainText(`${stem}-1: It is public: every project sees it already.`)
  await expect(sharing.getByRole('button', { name: 'Share image', exact: true })).toBeVisible()
  await expectNoAxeViolations(page)
})

test('a dialog that is closed while it deletes stops, and stays to say what became of each', async ({
  page,
  simulator,
}) => {
  await openList(page, 'q=data&sort=name&protected=no&status=active&owner=own')
  const before = (await simulator.state()).images.length
  await list(page).getByRole('checkbox').nth(1).click()
  await list(page)
    .getByRole('checkbox')
    .nth(3)
    .click({ modifiers: ['Shift'] })
  await selection(page).getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete images' })
  await dialog.getByLabel('Type delete 3 images to confirm').fill('delete 3 images')
  await simulator.addFault({ ...DELETE, delayMs: 4_000 })
  await dialog.getByRole('button', { name: 'Delete 3 images' }).click()
  await expect(dialog).toContainText('Deleting, one after the other…')
  // The browser itself closes a dialog at the second.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('button', { name: 'Stopping…' })).toBeVisible()
  await expect(dialog).toContainText('1 of 3 done, 2 not begun.')
  expect((await simulator.state()).images.length).toBe(before - 1)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(selection(page)).toContainText('2 selected')
})

test('after an image far down is deleted its neighbour has focus, and the list has not moved', async ({
  page,
  simulator,
}) => {
  const of = (number: number) => `zz-far-down-${number}`
  for (const number of [1, 2, 3]) await simulator.putImage({ name: of(number) })
  await openList(page, 'sort=name&owner=own')
  await page.keyboard.press('j')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowUp')
  await expect(list(page).getByRole('link', { name: of(2) })).toBeFocused()
  for (const [deleted, neighbour] of [
    [of(2), of(3)],
    [of(3), of(1)],
  ] as const) {
    await page.keyboard.press('x')
    const dialog = page.getByRole('dialog', { name: 'Delete image' })
    await expect(dialog).toContainText(deleted)
    await dialog.getByRole('button', { name: 'Delete image' }).click()
    await expect(dialog).toContainText('1 of 1 done.')
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(list(page).getByRole('link', { name: neighbour })).toBeFocused()
    await expect(list(page).getByRole('link', { name: neighbour })).toBeInViewport()
  }
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(10_000)
})

test('what other projects own is neither deleted nor tagged, and that is said before', async ({ page }) => {
  await openList(page)
  await search(page).fill('neighbour')
  await says(page, /\D2 of \d+ match/)
  await page.getByRole('checkbox', { name: 'Select all 2 shown' }).click()
  await selection(page).getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete images' })
  await expect(dialog).toContainText('2 images are not deleted')
  await expect(dialog).toContainText('Another project owns it.')
  await expect(dialog.getByRole('button', { name: /^Delete/ })).toBeHidden()
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await expect(selection(page).getByRole('button', { name: 'Delete' })).toBeFocused()
})

test('tags are added and images shared, and the rows say so at once', async ({ page, simulator }) => {
  await openList(page, 'q=db-base&sort=name&status=active&encrypted=no&owner=own')
  await list(page).getByRole('checkbox').nth(1).click()
  await list(page)
    .getByRole('checkbox')
    .nth(2)
    .click({ modifiers: ['Shift'] })
  const reads = await simulator.count('GET /v2/cloudimages')
  await selection(page).getByRole('button', { name: 'Add tag' }).click()
  const tagging = page.getByRole('dialog', { name: 'Tag images' })
  await tagging.getByLabel('Tags').fill('stage.prod, stage.test')
  await tagging.getByRole('button', { name: 'Tag 2 images' }).click()
  await expect(tagging.getByLabel('Tags')).toHaveAccessibleDescription(/stage is there twice/)
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await expect(tagging).toBeHidden()
  await selection(page).getByRole('button', { name: 'Add tag' }).click()
  await expect(tagging.getByLabel('Tags')).toHaveValue('stage.prod, stage.test')
  await tagging.getByLabel('Tags').fill('stage.prod, cost center=12')
  await tagging.getByLabel('Tags').press('Enter')
  await expect(tagging).toContainText('2 of 2 done.')
  const { images } = await simulator.state()
  const tagged = images.filter(({ tags }) => Array.isArray(tags) && tags.includes('cost center=12'))
  expect(tagged).toHaveLength(2)
  await tagging.getByRole('button', { name: 'Close' }).last().click()
  await expect(list(page).getByRole('row').nth(1)).toContainText('stage=prod')
  await expect(list(page).getByRole('row').nth(2)).toContainText('stage=prod')

  // What was sent or cancelled is not typed again.
  await selection(page).getByRole('button', { name: 'Add tag' }).click()
  await expect(tagging.getByLabel('Tags')).toHaveValue('')
  await tagging.getByLabel('Tags').fill('not.this')
  await tagging.getByRole('button', { name: 'Cancel' }).click()
  await selection(page).getByRole('button', { name: 'Add tag' }).click()
  await expect(tagging.getByLabel('Tags')).toHaveValue('')
  await tagging.getByRole('button', { name: 'Cancel' }).click()

  await selection(page).getByRole('button', { name: 'Share' }).click()
  const sharing = page.getByRole('dialog', { name: 'Share images' })
  await sharing.getByLabel('Project id').fill('neighbour')
  await sharing.getByRole('button', { name: 'Share 2 images' }).click()
  await expect(sharing.getByLabel('Project id')).toHaveAccessibleDescription(/32 letters a to f and digits/)
  await sharing.getByLabel('Project id').fill(A_PROJECT)
  await sharing.getByLabel('Project id').press('Enter')
  await expect(sharing).toContainText(/2 of 2 done\.|0 of 2 done, 2 refused\./)
  await sharing.getByRole('button', { name: 'Close' }).last().click()
  // The newest page is read again while one of them is being made; all of it would be five calls.
  expect(await simulator.count('GET /v2/cloudimages')).toBeLessThan(reads + 4)
})

test('what is offered is accepted in its row, once, and the answer can be taken back', async ({
  page,
  simulator,
}) => {
  const answers = async () =>
    Object.entries(await simulator.counters()).filter(([call]) => call.startsWith('PUT '))
  await openList(page)
  await search(page).fill('neighbour-base-1')
  await says(page, /\D1 of \d+ matches/)
  await simulator.addFault({ service: 'ims', method: 'PUT', delayMs: 3_000 })
  await page.getByRole('button', { name: 'Accept neighbour-base-1' }).click()
  await expect(page.getByRole('button', { name: 'Accepting… neighbour-base-1' })).toBeVisible()
  const reject = page.getByRole('button', { name: 'Reject neighbour-base-1' })
  await expect(reject).toHaveAttribute('aria-disabled', 'true')
  await reject.press('Enter')
  const row = list(page).getByRole('row').nth(1)
  await expect(row).toContainText('shared')
  expect((await answers()).map(([, count]) => count)).toEqual([1])
  await expect(row.getByRole('link')).toBeFocused()
  await says(page, /\D1 of \d+ matches/)
  await expect(page.getByText('Accepted neighbour-base-1. Undo rejects it.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await says(page, 'No image matches.')
  await page.goto('/images?owner=rejected&q=neighbour-base')
  await says(page, /\D2 of \d+ match/)
})

test('the keyboard alone moves, selects, deletes and opens, and one comes back to the same place', async ({
  page,
}) => {
  await openList(page, 'sort=name&status=active&protected=no&owner=own')
  const words = await page
    .getByRole('main')
    .getByText(/\d+ of \d+ match · read/)
    .textContent()
  const all = Number(/\d+/.exec(words ?? '')?.[0])
  await page.keyboard.press('j')
  await expect(names(page).first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await expect(announced(page)).toHaveText(/ selected$/)
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(selection(page)).toContainText('3 selected')
  await page.keyboard.press('x')
  const dialog = page.getByRole('dialog', { name: 'Delete images' })
  await expect(dialog.getByLabel('Type delete 3 images to confirm')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(names(page).nth(3)).toBeFocused()

  await page.keyboard.press('End')
  const last = page.locator('[data-row-link]:focus')
  await expect(list(page).locator(`[data-row="${all - 1}"] [data-row-link]`)).toBeFocused()
  const name = (await last.textContent()) ?? ''
  const scrolled = await page.evaluate(() => window.scrollY)
  expect(scrolled).toBeGreaterThan(10_000)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await page.goBack()
  await expect(page).toHaveURL(/\/images\?sort=name&/)
  await expect(list(page).getByText(name, { exact: true })).toBeInViewport()
  await expect(selection(page)).toContainText('3 selected')
})

test('a row’s menu copies its id by keys alone, and keeps the focus', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openList(page)
  await page.keyboard.press('j')
  const id = await list(page).locator('[data-row="0"]').getAttribute('data-id')
  const actions = list(page).getByRole('button', { name: /^Actions for/ })
  await actions.first().press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Open' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Copied' })).toBeFocused()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(id)
  await page.keyboard.press('Escape')
  await expect(actions.first()).toBeFocused()
})
