import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import {
  announced,
  count,
  filters,
  firstNames,
  header,
  LIST,
  list,
  names,
  OWN,
  openList,
  says,
  search,
  selection,
} from './image-list.ts'

test.use({ images: OWN })

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
