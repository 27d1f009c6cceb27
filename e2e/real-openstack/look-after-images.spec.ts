import type { Browser, Locator, Page } from '@playwright/test'
import { expectHearing } from '../image-page.ts'
import { watchForProblems } from '../page-problems.ts'
import { expect, expectNoAxeViolations, signIn, test, WITHOUT_OPENSTACK } from './fixtures.ts'
import { IMPORTER, PARTNER } from './real-cloud.ts'

test.skip(...WITHOUT_OPENSTACK)

const SEEDED = 40
const NO_PROJECT = '0123456789abcdef0123456789abcdef'

const list = (page: Page) => page.getByRole('region', { name: 'Images' })
const names = (page: Page) => list(page).locator('[data-row-link]')
const filters = (page: Page) => page.getByRole('group', { name: 'Filters' })
const selection = (page: Page) => page.getByRole('region', { name: 'Selection' })
const says = (page: Page, words: string | RegExp) => expect(page.getByRole('main')).toContainText(words)
const drawer = (page: Page) => page.getByRole('dialog', { name: 'Edit image' })

/** Opens the list by an address of its own, and waits until all is read. */
async function openList(page: Page, query: string): Promise<void> {
  await page.goto(`/images?${query}`)
  await says(page, /^(?=.* · read)(?!.*Reading)/s)
  await expect(list(page).getByRole('table')).toHaveAttribute('aria-busy', 'false')
}

async function openImage(page: Page, id: string): Promise<void> {
  await signIn(page, `/images/${id}`, IMPORTER)
  await expectHearing(page)
}

async function openEditor(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await expect(drawer(page).getByLabel('Image name')).toBeFocused()
  return drawer(page)
}

/** Turned on and off by its word, as the choice shows no mark of its own. */
const protection = (page: Page, word: 'On' | 'Off') =>
  drawer(page)
    .getByRole('radiogroup', { name: 'Delete protection' })
    .getByRole('radio', { name: word, exact: true })

async function save(page: Page): Promise<void> {
  await drawer(page).getByRole('button', { name: 'Save changes' }).click()
  await expect(drawer(page)).toBeHidden()
}

/** A browser of the partner's own. `leave` looks for problems in it that no test asked for. */
async function asPartner(browser: Browser, baseURL: string | undefined) {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) })
  const problems = watchForProblems(context)
  const partner = await context.newPage()
  await signIn(partner, '/images', PARTNER)
  const leave = async () => {
    expect(problems.found()).toEqual([])
    await context.close()
  }
  return { partner, leave }
}

test('the list is read to its end, sorted and filtered', async ({ page, cloud }) => {
  cloud.seed(SEEDED)
  await signIn(page, '/images', IMPORTER)
  await openList(page, 'sort=name&q=debian')
  const found = await names(page).allTextContents()
  expect(found).toHaveLength(SEEDED / 5)
  expect(found).toEqual([...found].sort())

  await openList(page, 'q=-000')
  await filters(page).getByRole('button', { name: 'System' }).click()
  await page
    .getByRole('dialog', { name: 'System' })
    .getByRole('checkbox', { name: /^Windows/ })
    .check()
  await expect(page).toHaveURL(/system=Windows/)
  await page.keyboard.press('Escape')
  await filters(page).getByRole('button', { name: 'Add filter' }).click()
  await page.getByRole('dialog', { name: 'Add filter' }).getByRole('button', { name: 'Boot mode' }).click()
  await page.getByRole('checkbox', { name: /^UEFI/ }).check()
  await page.keyboard.press('Escape')
  for (const name of await names(page).allTextContents()) expect(name).toMatch(/^windows-/)
  await expectNoAxeViolations(page)
})

test('what can be edited reaches Glance, and nothing else is changed', async ({ page, cloud }) => {
  const id = await cloud.makeImage('edit-me', { kept: 'as it is', tags: ['old'] })
  await openImage(page, id)
  const edit = await openEditor(page)
  await expectNoAxeViolations(page)
  await edit.getByLabel('Image name').fill('edited')
  await edit.getByLabel('Description').fill('For the night shift')
  await edit.getByLabel('Minimum memory (MB)').fill('2048')
  await edit.getByRole('textbox', { name: 'Tags' }).fill('team=web,')
  await protection(page, 'On').check({ force: true })
  await save(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('edited')
  expect(await cloud.readImage(id)).toMatchObject({
    name: 'edited',
    description: 'For the night shift',
    min_ram: 2048,
    protected: true,
    tags: expect.arrayContaining(['old', 'team=web']),
    kept: 'as it is',
  })

  await openEditor(page)
  await expect(edit).toContainText('up to 128')
  await expect(edit.getByLabel('Image name')).toHaveAccessibleDescription(/1 to 255 characters/)
  await edit.getByLabel('Description').fill('')
  await edit.getByLabel('Minimum memory (MB)').fill('')
  await protection(page, 'Off').check({ force: true })
  await save(page)
  const after = await cloud.readImage(id)
  expect(after).toMatchObject({ min_ram: 0, protected: false, kept: 'as it is' })
  expect(after).not.toHaveProperty('description')
})

test('what another tool changed meanwhile is shown, and not overwritten', async ({ page, cloud }) => {
  const id = await cloud.makeImage('both-change', { tags: ['old'] })
  await openImage(page, id)
  const edit = await openEditor(page)
  await edit.getByLabel('Image name').fill('mine')
  await cloud.changeImage(
    id,
    { op: 'replace', path: '/name', value: 'theirs' },
    { op: 'replace', path: '/tags', value: ['old', 'theirs'] },
  )
  await edit.getByRole('button', { name: 'Save changes' }).click()
  const name = edit.getByRole('group', { name: 'Image name' })
  await expect(edit).toContainText('Changed by someone else since you opened this')
  await expect(name).toContainText('theirs')
  await expectNoAxeViolations(page)
  await name.getByRole('button', { name: 'Keep mine' }).click()
  await save(page)
  expect(await cloud.readImage(id)).toMatchObject({
    name: 'mine',
    tags: expect.arrayContaining(['old', 'theirs']),
  })
})

test('tags are added to several images from the list', async ({ page, cloud }) => {
  const tagged = await cloud.makeImage('tag-1', { tags: ['stage=test', 'old'] })
  const other = await cloud.makeImage('tag-2')
  await signIn(page, '/images', IMPORTER)
  await openList(page, 'q=tag-&sort=name')
  await page.getByRole('checkbox', { name: 'Select all 2 shown' }).click()
  await selection(page).getByRole('button', { name: 'Add tag' }).click()
  const dialog = page.getByRole('dialog', { name: 'Tag images' })
  await dialog.getByLabel('Tags').fill('stage.prod')
  await dialog.getByLabel('Tags').press('Enter')
  await expect(dialog).toContainText('2 of 2 done.')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  // Glance's tags are words: as typed, and beside another that begins alike.
  await expect(list(page).getByRole('row').nth(1)).toContainText('stage.prod')
  expect((await cloud.readImage(tagged)).tags).toEqual(
    expect.arrayContaining(['old', 'stage=test', 'stage.prod']),
  )
  expect((await cloud.readImage(other)).tags).toEqual(['stage.prod'])
})

test('an image is shared, and the other side accepts and rejects it', async ({
  page,
  cloud,
  browser,
  baseURL,
}) => {
  const partnerId = cloud.projectIds.partner
  const id = await cloud.makeImage('share-me', { visibility: 'private' })
  await openImage(page, id)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('textbox', { name: 'Project id' }).fill(partnerId)
  await page.getByRole('button', { name: 'Share image' }).click()
  const members = page.getByRole('region', { name: 'Shared with' })
  await expect(members).toContainText(partnerId)
  await expect(members).toContainText(/pending/i)
  // How many Glance takes is a setting that it tells nobody.
  await expect(members).not.toContainText(/of \d+ projects/)
  await expectNoAxeViolations(page)
  expect(await cloud.readImage(id)).toMatchObject({ visibility: 'shared' })

  const { partner, leave } = await asPartner(browser, baseURL)
  await partner.getByRole('button', { name: 'Accept share-me' }).click()
  await expect(partner.getByText('Accepted share-me. Undo rejects it.')).toBeVisible()
  await partner.goto(`/images/${id}?tab=sharing`)
  const received = partner.getByRole('region', { name: 'Shared to this project' })
  // The words around them name both answers; the button of the one that was given goes.
  await expect(received.getByRole('button', { name: 'Reject image' })).toBeVisible()
  await expect(received.getByRole('button', { name: 'Accept image' })).toBeHidden()
  await expectNoAxeViolations(partner)
  await received.getByRole('button', { name: 'Reject image' }).click()
  await expect(received.getByRole('button', { name: 'Accept image' })).toBeVisible()
  await expect(received.getByRole('button', { name: 'Reject image' })).toBeHidden()
  await partner.goto('/images?owner=rejected')
  await says(partner, 'share-me')
  await leave()

  await page.reload()
  await expect(members).toContainText(/rejected/i)
  await members.getByRole('button', { name: `Stop sharing with ${partnerId}` }).click()
  await expect(members).toContainText('Not shared with any project.')
})

test('a community image is shared with nobody, and who finds it by its id is asked for no answer', async ({
  page,
  cloud,
  browser,
  baseURL,
}) => {
  const id = await cloud.makeImage('for-all', { visibility: 'community' })
  await openImage(page, id)
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toHaveAccessibleDescription(
    /^It is a community image: every project can use it already\./,
  )
  await page.getByRole('tab', { name: 'Sharing' }).click()
  const panel = page.getByRole('tabpanel')
  await expect(panel).toContainText('openstack image set --shared')
  await expect(page.getByRole('textbox', { name: 'Project id' })).toHaveCount(0)
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete image' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete image' })
  await expect(dialog).toContainText('Every project can use it, and loses it too.')
  await expect(dialog.getByLabel(/^Type .* to confirm$/)).toBeFocused()

  const { partner, leave } = await asPartner(browser, baseURL)
  await partner.goto(`/images/${id}?tab=sharing`)
  await expectHearing(partner)
  const theirs = partner.getByRole('tabpanel')
  await expect(theirs).toContainText('Another project owns it.')
  await expect(theirs).toContainText('Every project of the region has it under the same id.')
  await expect(partner.getByRole('button', { name: /^(Accept|Reject) image$/ })).toHaveCount(0)
  await expectNoAxeViolations(partner)
  await partner.getByRole('tab', { name: 'Use in code' }).click()
  await expect(theirs).toContainText('Make a server from it')
  await expect(theirs).not.toContainText('Accept it')
  await leave()

  await openList(page, 'q=for-all')
  await list(page).getByRole('checkbox').nth(1).click()
  await selection(page).getByRole('button', { name: 'Delete' }).click()
  await expect(dialog).toContainText('Every project can use it, and loses it too.')
  await dialog.getByLabel('Type for-all to confirm').fill('for-all')
  await dialog.getByRole('button', { name: 'Delete image' }).click()
  await expect(dialog).toContainText('1 of 1 done.')
})

test('code that shares a private image lets it have members first, as the page does', async ({
  page,
  cloud,
}) => {
  const id = await cloud.makeImage('share-in-code', { visibility: 'private' })
  await openImage(page, id)
  await page.getByRole('tab', { name: 'Use in code' }).click()
  const code = page.getByRole('region', { name: 'Share it, code' })
  await expect(code).toContainText(`openstack image set --shared ${id}`)
  await page.getByRole('radio', { name: 'curl' }).check({ force: true })
  await expect(code).toContainText('"path":"/visibility","value":"shared"')
  await expectNoAxeViolations(page)
})

test('Glance takes an id that is no project’s, and the page says what it can know of it', async ({
  page,
  cloud,
}) => {
  const id = await cloud.makeImage('share-with-nobody')
  await openImage(page, id)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('textbox', { name: 'Project id' }).fill(cloud.projectIds.console)
  await page.getByRole('button', { name: 'Share image' }).click()
  await expect(page.getByRole('textbox', { name: 'Project id' })).toHaveAccessibleDescription(/own project/)
  await expect(page.getByRole('textbox', { name: 'Project id' })).toHaveAccessibleDescription(/takes any id/)
  await page.getByRole('textbox', { name: 'Project id' }).fill(NO_PROJECT)
  await page.getByRole('button', { name: 'Share image' }).click()
  const members = page.getByRole('region', { name: 'Shared with' })
  await expect(members).toContainText(NO_PROJECT)
  await expect(members).toContainText(/pending/i)
})

test('protection is said before deletion, turned off from there, and the image goes', async ({
  page,
  cloud,
}) => {
  const id = await cloud.makeImage('delete-me', { protected: true, visibility: 'private' })
  await openImage(page, id)
  const remove = async () => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Delete image' }).click()
  }
  await remove()
  const dialog = page.getByRole('dialog', { name: 'Delete image' })
  await expect(dialog).toContainText('Delete protection is on.')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Turn it off' }).click()
  await protection(page, 'Off').check({ force: true })
  await save(page)

  await remove()
  await expect(dialog).not.toContainText('bucket')
  await dialog.getByRole('button', { name: 'Delete image' }).click()
  await expect(page).toHaveURL(/\/images$/)
  await expect(page.getByText('Deleted delete-me')).toBeVisible()
  await page.goto(`/images/${id}`)
  await says(page, 'No image with this id in eu-de_console')
})

test('an image whose file never came can be renamed and deleted', async ({ page, cloud }) => {
  const id = await cloud.makeEmptyImage('never-came')
  await openImage(page, id)
  await says(page, 'Its file is not here yet.')
  await expectNoAxeViolations(page)
  const edit = await openEditor(page)
  await edit.getByLabel('Image name').fill('never-came-2')
  await save(page)
  await openList(page, 'q=never-came')
  await list(page).getByRole('checkbox').nth(1).click()
  await selection(page).getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete image' })
  // Glance says "shared" of it as of nearly every image; it was asked with whom, and nobody has to type its name.
  await expect(dialog).not.toContainText(/shared/)
  await dialog.getByRole('button', { name: 'Delete image' }).click()
  await expect(dialog).toContainText('1 of 1 done.')
})

test('an image that is deactivated is changed and shared, and said to need activating', async ({
  page,
  cloud,
}) => {
  const id = await cloud.makeImage('switched-off')
  await cloud.deactivateImage(id)
  await openImage(page, id)
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Deactivated')
  await says(page, 'Make it active and save its file')
  const edit = await openEditor(page)
  await edit.getByLabel('Image name').fill('switched-off-2')
  await save(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('switched-off-2')
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Share with another project' })).toContainText(
    'openstack image set --activate',
  )
  await expectNoAxeViolations(page)
  await page.getByRole('textbox', { name: 'Project id' }).fill(cloud.projectIds.partner)
  await page.getByRole('button', { name: 'Share image' }).click()
  await expect(page.getByRole('region', { name: 'Shared with' })).toContainText(cloud.projectIds.partner)
})

test('what IMS alone does is not offered, and every page speaks of Glance', async ({ page, cloud }) => {
  const id = await cloud.makeImage('plain', { __data_origin: 'file,bucket:plain.qcow2' })
  await openImage(page, id)
  await page.getByRole('button', { name: 'More actions' }).click()
  for (const name of [/^Export/, /^Copy/, /^Replicate/, /^Import again/])
    await expect(page.getByRole('menuitem', { name })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'What you can do' })).toContainText('4 of 6')
  await expect(page.getByRole('region', { name: /quota/i })).toHaveCount(0)

  const main = page.getByRole('main')
  const others = 'This cloud has no IMS, which alone does this.'
  for (const tab of ['Overview', 'Sharing', 'Activity', 'Use in code', 'JSON']) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
    await expect(page.getByRole('tabpanel')).not.toBeEmpty()
    const words = ((await main.textContent()) ?? '').replaceAll(others, '')
    expect(words, tab).not.toMatch(/\bIMS\b/)
  }
  await openEditor(page)
  expect(await drawer(page).textContent()).not.toMatch(/\bIMS\b|Import the file again/)
  await page.goto('/jobs')
  await says(page, 'This cloud has no IMS, so nothing can be imported here.')
})
