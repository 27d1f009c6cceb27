import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import { deleteDialog, editDialog, expectHearing, openDelete, openEdit, save, told } from './image-page.ts'
import { uniqueName } from './import-form.ts'

/** More than the page that the server renders and the first that the browser reads: three calls of the own ones. */
const OWN = 620
const LIST = { service: 'ims', method: 'GET', path: '/v2/cloudimages' } as const
const DELETE = { service: 'ims', method: 'DELETE', path: '/v2/images/{image_id}' } as const
const A_PROJECT = '0123456789abcdef0123456789abcdef'

test.use({ images: OWN })

const list = (page: Page) => page.getByRole('region', { name: 'Images' })
const search = (page: Page) => page.getByRole('searchbox', { name: 'Name, id or tag' })
const filters = (page: Page) => page.getByRole('group', { name: 'Filters' })
const header = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true })
const names = (page: Page) => list(page).locator('[data-row-link]')
const selection = (page: Page) => page.getByRole('region', { name: 'Selection' })
/** What a screen reader was told last. */
const announced = (page: Page) => page.locator('[aria-live="polite"][aria-atomic="true"]')
const says = (page: Page, words: string | RegExp) => expect(page.getByRole('main')).toContainText(words)

/** Opens the list by an address of its own, and waits until all is read. */
async function openList(page: Page, query = ''): Promise<void> {
  await signIn(page, query ? `/images?${query}` : '/images')
  await says(page, /^(?=.* · read)(?!.*Reading)/s)
  await expect(list(page).getByRole('table')).toHaveAttribute('aria-busy', 'false')
}

/** How many images there are, as the page says once all are read. */
async function count(page: Page): Promise<number> {
  const words = await page
    .getByRole('main')
    .getByText(/^\d+ images · read/)
    .textContent()
  return Number(/^\d+/.exec(words ?? '')?.[0])
}

/** The names as they stand in the first rows. */
const firstNames = (page: Page, count: number) =>
  names(page).evaluateAll((links, wanted) => links.slice(0, wanted).map((link) => link.textContent), count)

test('all images are read, one page after the other, and found by what one types', async ({
  page,
  simulator,
}) => {
  await openList(page)
  // One for the server, three for the rest of one's own, two for what is shared, and at most one more look at the newest.
  expect(await simulator.count('GET /v2/cloudimages')).toBeLessThanOrEqual(7)
  const all = await count(page)
  expect(all).toBeGreaterThan(OWN)
  await expect(page.getByRole('main')).toContainText(/\d+ of \d+ private images/)
  await expectNoAxeViolations(page)

  await page.keyboard.press('/')
  await search(page).pressSequentially('TEAM=WEB base')
  await expect(page).toHaveURL(/\?q=TEAM%3DWEB\+base$/)
  await says(page, new RegExp(`\\d+ of ${all} match`))
  await expect(announced(page)).toHaveText(/^\d+ images$/)
  for (const name of await firstNames(page, 10)) expect(name).toContain('base')

  await search(page).fill('of no image')
  await says(page, 'No image matches.')
  await expect(announced(page)).toHaveText('No image matches.')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(/\/images$/)
  await says(page, `${all} images`)
})

test('filters stand in the address, say what they leave, and go back with the browser', async ({ page }) => {
  await openList(page)
  const all = await count(page)
  await filters(page).getByRole('button', { name: 'System' }).click()
  const panel = page.getByRole('dialog', { name: 'System' })
  await expect(panel.getByRole('searchbox')).toBeFocused()
  await expectNoAxeViolations(page)
  const windows = panel.getByRole('checkbox', { name: /^Windows/ })
  const left = /(\d+)$/.exec(
    (await panel
      .getByText(/^Windows/)
      .locator('xpath=..')
      .textContent()) ?? '',
  )?.[1]
  await windows.check()
  await says(page, `${left} of ${all} match`)
  await panel.getByRole('checkbox', { name: /^SUSE/ }).check()
  await expect(page).toHaveURL(/\?system=SUSE&system=Windows$/)
  await page.keyboard.press('Escape')
  await expect(filters(page).getByRole('button', { name: 'System: SUSE, Windows' })).toBeFocused()

  await filters(page).getByRole('button', { name: 'Add filter' }).click()
  const more = page.getByRole('dialog', { name: 'Add filter' })
  await expectNoAxeViolations(page)
  await more.getByRole('button', { name: 'Boot mode' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Boot mode' }).getByRole('checkbox').first()).toBeFocused()
  await page.getByRole('checkbox', { name: /^UEFI/ }).check()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/system=SUSE&system=Windows&boot=uefi$/)
  await expect(filters(page).getByRole('button', { name: 'Boot mode: UEFI' })).toBeVisible()

  await page.reload()
  await says(page, ` of ${all} match`)
  await filters(page).getByRole('button', { name: 'Clear system' }).click()
  await expect(page).toHaveURL(/\?boot=uefi$/)
  await page.goBack()
  await expect(page).toHaveURL(/system=Windows&boot=uefi$/)
})

test('an address that somebody has written is read as far as it can be', async ({ page }) => {
  await openList(page, 'status=active&status=nonsense&size=40-&age=yesterday&sort=-size&owner=them&page=3')
  await expect(filters(page).getByRole('button', { name: 'Status: Active' })).toBeVisible()
  await expect(filters(page).getByRole('button', { name: 'Size: 40 GiB and more' })).toBeVisible()
  await expect(header(page, 'Size')).toHaveAttribute('aria-sort', 'descending')
  await expect(filters(page).getByRole('button', { name: /^Age/ })).toBeHidden()
})

test('headers sort, and columns are chosen and remembered', async ({ page }) => {
  await openList(page)
  await header(page, 'Name').getByRole('button').click()
  await expect(page).toHaveURL(/\?sort=name$/)
  await expect(header(page, 'Name')).toHaveAttribute('aria-sort', 'ascending')
  const sorted = await firstNames(page, 40)
  const collator = new Intl.Collator('en', { numeric: true })
  expect(sorted).toEqual([...sorted].sort((a, b) => collator.compare(a ?? '', b ?? '')))
  await header(page, 'Name').getByRole('button').click()
  await expect(page).toHaveURL(/\?sort=-name$/)

  await page.getByRole('button', { name: 'Columns' }).click()
  const panel = page.getByRole('dialog', { name: 'Columns' })
  await expectNoAxeViolations(page)
  await panel.getByRole('checkbox', { name: 'Format' }).check()
  await panel.getByRole('checkbox', { name: 'Boot' }).uncheck()
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(header(page, 'Format')).toBeVisible()
  await expect(header(page, 'Boot')).toBeHidden()
})

test('images of others are read when they are asked for', async ({ page }) => {
  await openList(page)
  const all = await count(page)
  await filters(page).getByRole('button', { name: 'Owner' }).click()
  const usual = ['This project', 'Offered, not answered', 'Shared and accepted']
  for (const owner of usual) await expect(page.getByRole('checkbox', { name: owner })).toBeChecked()
  await page.getByRole('checkbox', { name: 'Public' }).check()
  await says(page, `${all + 8} images`)
  for (const owner of usual) await page.getByRole('checkbox', { name: owner }).uncheck()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\?owner=public$/)
  await says(page, '8 images')
  await expect(names(page).first()).toContainText('Standard_')
})

test('images that are on their way are not said to be none', async ({ page, simulator }) => {
  await openList(page, 'owner=own')
  await simulator.addFault({ ...LIST, times: 3, delayMs: 5_000 })
  await filters(page)
    .getByRole('button', { name: /^Owner/ })
    .click()
  await page.getByRole('checkbox', { name: 'Public' }).check()
  await page.getByRole('checkbox', { name: 'This project' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\?owner=public$/)
  await expect(list(page)).toContainText('Reading images')
  await expect(page.getByText('No image matches.')).toHaveCount(0)
  await says(page, '8 images')
  await expect(announced(page)).toHaveText('8 images')
})

test('a page in the middle that cannot be read loses nothing, and is read from where it stopped', async ({
  page,
  simulator,
  pageProblems,
}) => {
  pageProblems.allowFailedRequest(/\/api\/images/)
  await signIn(page)
  await simulator.addFault({ ...LIST, times: 1, delayMs: 1 })
  await simulator.addFault({
    ...LIST,
    times: 500,
    status: 403,
    body: { error: { code: 'IMG.0026', message: 'no' } },
  })
  await page.goto('/images')
  await says(page, 'Not all images are here.')
  await says(page, '100 images, the rest is not read')
  await expectNoAxeViolations(page)
  await search(page).fill('base')
  await says(page, /of 100 loaded match, the rest is not read/)
  await search(page).fill('')

  await simulator.clearFaults()
  await page.getByRole('button', { name: 'Load the rest' }).click()
  await says(page, /6\d\d images/)
  await expect(page.getByText('Not all images are here.')).toBeHidden()
})

test('while the list is read again it is sorted and left', async ({ page, simulator }) => {
  await openList(page)
  await simulator.addFault({ ...LIST, times: 9, delayMs: 5_000 })
  const again = page.getByRole('button', { name: 'Read again' })
  await again.click()
  await expect(again).toHaveAttribute('aria-disabled', 'true')
  await header(page, 'Name').getByRole('button').click()
  await expect(header(page, 'Name')).toHaveAttribute('aria-sort', 'ascending')
  await expect(again).toHaveAttribute('aria-disabled', 'true')

  const [first = ''] = await firstNames(page, 1)
  await names(page).first().click()
  // Beside the name stands whether it is offered.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first.split(' · ')[0] ?? '')
})

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
  await expect(dialog).toContainText('Another project owns it. Only the owner deletes it.')
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

test('the last facet that is left can be chosen from, and its chip takes the focus', async ({ page }) => {
  const values = 'kind=system&arch=x86&boot=bios&boot=uefi&boot=none&size=0-1&size=1-10&size=10-40'
  await openList(page, `${values}&format=zvhd2&encrypted=no&protected=no`)
  await page.getByRole('button', { name: 'Add filter' }).press('Enter')
  const panel = page.getByRole('dialog', { name: 'Age' })
  await panel.getByRole('radio').first().press('Space')
  await expect(page).toHaveURL(/&age=/)
  await expect(panel.getByRole('radio').first()).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Add filter' })).toBeHidden()
  await expect(filters(page).locator(':focus')).toBeVisible()
})

test('on a phone rows are cards, which a mode selects', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openList(page)
  await expectNoAxeViolations(page)
  await page.getByRole('combobox', { name: 'Sort' }).selectOption('By name')
  await expect(page).toHaveURL(/\?sort=name$/)
  await expect(list(page).getByRole('checkbox').first()).toBeHidden()
  await page.getByRole('button', { name: 'Select', exact: true }).click()
  await names(page).first().click()
  await names(page).nth(1).click()
  await expect(selection(page)).toContainText('2 selected')
  await expectNoAxeViolations(page)
  // Turned on its side it is wider than where cards begin.
  await page.setViewportSize({ width: 844, height: 390 })
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'Select', exact: true })).toBeHidden()
  await page.setViewportSize({ width: 390, height: 844 })
  const first = (await names(page).first().textContent()) ?? ''
  await names(page).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first.replace(/ · \w+$/, ''))
})
