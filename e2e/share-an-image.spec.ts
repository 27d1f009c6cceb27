import type { Page } from '@playwright/test'
import { PROJECTS } from '../simulator/iam/accounts.ts'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'
import {
  comeBack,
  deleteDialog,
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
import { stopSharingElsewhere } from './other-tool.ts'

const idOf = (name: string) => PROJECTS.find((project) => project.name === name)?.id ?? ''
const LAB = idOf('eu-de_lab')
const DEMO = idOf('eu-de_demo')
const DEFAULT_KEY = '55555555-5555-4555-8555-555555555555'
const ADD = 'POST /v2/images/{image_id}/members'

const field = (page: Page) => page.getByRole('textbox', { name: 'Project id' })
const sharedWith = (page: Page) => page.getByRole('region', { name: 'Shared with' })
const received = (page: Page) => page.getByRole('region', { name: 'Shared to this project' })

async function switchTo(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: from }).click()
  await page.getByRole('option', { name: to }).click()
  await expect(page.getByRole('button', { name: to })).toBeVisible()
}

test('an image is offered to a project, which accepts, rejects and accepts it', async ({
  page,
  simulator,
}) => {
  const name = uniqueName('offered')
  const id = await simulator.putImage({ name })
  await openImage(page, id)
  await shareButton(page).click()
  await expect(field(page)).toBeFocused()
  await expect(sharedWith(page)).toContainText('Not shared with any project.')
  await expectNoAxeViolations(page)
  await field(page).fill(LAB.toUpperCase())
  await field(page).press('Enter')
  await expect(told(page)).toContainText('Shared. The other project has to accept it.')
  await expect(sharedWith(page)).toContainText(LAB)
  await expect(sharedWith(page)).toContainText('Pending')
  await expect(field(page)).toHaveValue('')
  await expect(tab(page, 'Sharing')).toContainText('1')
  await expect(page.getByRole('region', { name: 'What the other side has to do' })).toContainText(
    `openstack image set --accept ${id}`,
  )
  await expectNoAxeViolations(page)

  await switchTo(page, 'eu-de_demo', 'eu-de_lab')
  await page.goto(`/images/${id}?tab=sharing`)
  await expectHearing(page)
  await expect(received(page)).toContainText('Pending')
  await expect(received(page)).toContainText(DEMO)
  await expectNoAxeViolations(page)
  await received(page).getByRole('button', { name: 'Accept image' }).click()
  await expect(received(page)).toContainText('Accepted')
  // Nothing leads back to an offer that has no answer.
  await told(page).getByRole('button', { name: 'Reject instead' }).click()
  await expect(received(page)).toContainText('Rejected')
  await expect(received(page).getByRole('button', { name: 'Reject image' })).toBeHidden()
  await received(page).getByRole('button', { name: 'Accept image' }).click()
  await expect(received(page)).toContainText('Accepted')
  await expect(received(page).getByRole('heading', { name: 'Shared to this project' })).toBeFocused()
  await page.goto('/images')
  await expect(page.getByRole('link', { name })).toBeVisible()

  await switchTo(page, 'eu-de_lab', 'eu-de_demo')
  await page.goto(`/images/${id}?tab=sharing`)
  await expect(sharedWith(page)).toContainText('Accepted')
})

test('a recipient neither edits, shares nor deletes, and is told why', async ({ page, simulator }) => {
  const id = await simulator.putImage({
    name: uniqueName('received'),
    members: [{ project: 'eu-de_lab', status: 'accepted' }],
  })
  await openImage(page, id, { project: 'eu-de_lab' })
  const WHY = 'Another project owns it.'
  await expect(editButton(page)).toHaveAttribute('aria-disabled', 'true')
  await expect(editButton(page)).toHaveAccessibleDescription(new RegExp(WHY))
  await expect(shareButton(page)).toHaveAccessibleDescription(new RegExp(WHY))
  await page.keyboard.press('e')
  await page.keyboard.press('s')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page).not.toHaveURL(/tab=/)
  await page.getByRole('button', { name: 'More actions' }).click()
  await expect(page.getByRole('menuitem', { name: /^Delete image/ })).toContainText(WHY)
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  const possible = page.getByRole('region', { name: 'What you can do' })
  await expect(possible).toContainText('Reject it: it leaves your list, and the owner keeps it.')
  await expect(page.getByRole('region', { name: 'Details' })).toContainText(DEMO)
})

test('an offer is answered on the first tab of the image, on a phone, too', async ({ page, simulator }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const id = await simulator.putImage({
    name: uniqueName('on-offer'),
    members: [{ project: 'eu-de_lab', status: 'pending' }],
  })
  await openImage(page, id, { project: 'eu-de_lab' })
  await expect(page.getByText('Another project offers this image.')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Accept image' }).click()
  await expect(told(page)).toContainText('Accepted')
  await expect(page.getByText('Another project offers this image.')).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await tab(page, 'Sharing').click()
  await expect(received(page)).toContainText('Accepted')
})

test('an image that is no longer shared is not said to be deleted', async ({
  page,
  simulator,
  pageProblems,
}) => {
  pageProblems.allowFailedRequest(/\/api\/images\//)
  const id = await simulator.putImage({
    name: uniqueName('taken-back'),
    members: [{ project: 'eu-de_lab', status: 'accepted' }],
  })
  await openImage(page, id, { project: 'eu-de_lab' })
  await stopSharingElsewhere(simulator.iamAddress, id, LAB)
  await comeBack(page)
  const main = page.getByRole('main')
  await expect(main).toContainText(/This image was not available any more at \d\d:\d\d/)
  await expect(main).toContainText('It was deleted, or is no longer shared with this project.')
  await expect(main.getByRole('status')).toHaveText('Not available')
  await expect(page).toHaveTitle(/^Not available · /)
  await expect(editButton(page)).toHaveAccessibleDescription(/no longer shared with this project/)
  await expectNoAxeViolations(page)
})

test('sharing is ended and taken up again, as an offer anew', async ({ page, simulator }) => {
  const id = await simulator.putImage({
    name: uniqueName('ended'),
    members: [{ project: 'eu-de_lab', status: 'accepted' }],
  })
  await openImage(page, id, { tab: 'sharing' })
  await expect(sharedWith(page)).toContainText('Accepted')
  await page.getByRole('button', { name: `Stop sharing with ${LAB}` }).click()
  await expect(told(page)).toContainText(`Stopped sharing with ${LAB.slice(0, 8)}…`)
  await expect(sharedWith(page)).toContainText('Not shared with any project.')
  await expect(sharedWith(page).getByRole('heading', { name: 'Shared with' })).toBeFocused()
  await told(page).getByRole('button', { name: 'Undo' }).click()
  await expect(told(page)).toContainText('Shared again. The other project has to accept it anew.')
  await expect(sharedWith(page)).toContainText('Pending')
})

test('when the sharing with one project ends, focus goes to the next one', async ({ page, simulator }) => {
  const other = 'f0000000000000000000000000000001'
  const id = await simulator.putImage({
    name: uniqueName('ended-first'),
    members: [{ project: 'eu-de_lab', status: 'accepted' }, { project: other }],
  })
  await openImage(page, id, { tab: 'sharing' })
  await page.getByRole('button', { name: `Stop sharing with ${LAB}` }).press('Enter')
  await expect(sharedWith(page).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('button', { name: `Stop sharing with ${other}` })).toBeFocused()
})

test('ids that cannot be are refused at the field, and stay in it', async ({ page, simulator }) => {
  const id = await simulator.putImage({ name: uniqueName('wrong-id') })
  await openImage(page, id, { tab: 'sharing' })
  const send = page.getByRole('button', { name: 'Share image' })
  await field(page).fill('the-lab')
  await send.click()
  await expect(field(page)).toBeFocused()
  await expect(field(page)).toHaveAccessibleDescription(/is no project id\. One has 32 letters a to f/)
  await field(page).fill(DEMO)
  await send.click()
  await expect(field(page)).toHaveAccessibleDescription(/This is your own project\./)
  await expectNoAxeViolations(page)
  expect(await simulator.count(ADD)).toBe(0)

  const unknown = '0123456789abcdef0123456789abcdef'
  await field(page).fill(unknown)
  await send.click()
  await expect(field(page)).toHaveAccessibleDescription(/IMS knows no project with this id in this region/)
  await expect(field(page)).toHaveValue(unknown)
  await field(page).fill(idOf('eu-nl_demo'))
  await send.click()
  await expect(field(page)).toHaveAccessibleDescription(/This project is in another region/)
})

test('of several ids each is answered by itself, and the refused ones stay', async ({ page, simulator }) => {
  const id = await simulator.putImage({ name: uniqueName('several') })
  const unknown = '0123456789abcdef0123456789abcdef'
  await openImage(page, id, { tab: 'sharing' })
  await field(page).fill(`${LAB}, ${unknown}\nf0000000000000000000000000000001`)
  await page.getByRole('button', { name: 'Share with 3 projects' }).click()
  const results = page.getByRole('list', { name: 'What became of each project' }).getByRole('listitem')
  await expect(results.nth(0)).toContainText('Shared')
  await expect(results.nth(1)).toContainText('Not shared')
  await expect(results.nth(2)).toContainText('Shared')
  await expect(field(page)).toHaveValue(unknown)
  await expect(tab(page, 'Sharing')).toContainText('2')
  await expectNoAxeViolations(page)
})

test('sharing goes on under another tab, and what became of it is said there and kept', async ({
  page,
  simulator,
}) => {
  const id = await simulator.putImage({ name: uniqueName('left-tab') })
  const unknown = '0123456789abcdef0123456789abcdef'
  await openImage(page, id, { tab: 'sharing' })
  const letGo = await holdActions(page)
  await field(page).fill(`${LAB} ${unknown}`)
  await page.getByRole('button', { name: 'Share with 2 projects' }).click()
  const sending = page.getByRole('button', { name: 'Sharing…' })
  await expect(sending).toBeVisible()
  await tab(page, 'Overview').click()
  await expect(sending).toBeHidden()
  // It is not sent a second time by who comes back meanwhile.
  await tab(page, 'Sharing').click()
  await expect(sending).toHaveAttribute('aria-disabled', 'true')
  await expect(field(page)).not.toBeEditable()
  await tab(page, 'Overview').click()
  letGo()
  await expect(told(page).getByRole('alert')).toContainText('Shared with 1 of 2 projects. ')
  await expectNoAxeViolations(page)
  await tab(page, 'Sharing').click()
  const results = page.getByRole('list', { name: 'What became of each project' }).getByRole('listitem')
  await expect(results.nth(1)).toContainText('Not shared: IMS knows no project with this id in this region')
  await expect(field(page)).toHaveValue(unknown)
  await expectNoAxeViolations(page)
  expect(await simulator.count(ADD)).toBe(2)
})

test('what may stand in the way of an encrypted image is said before, and IMS’s refusal after', async ({
  page,
  simulator,
}) => {
  const id = await simulator.putImage({ name: uniqueName('locked'), __system__cmkid: DEFAULT_KEY })
  await openImage(page, id, { tab: 'sharing' })
  await expect(page.getByRole('region', { name: 'Share with another project' })).toContainText(
    'IMS shares it only if its key is not the default one',
  )
  await field(page).fill(LAB)
  await field(page).press('Enter')
  await expect(field(page)).toHaveAccessibleDescription(/IMG\.0098/)
  await expect(field(page)).toHaveValue(LAB)
  await expectNoAxeViolations(page)
})

test('what every project has already is shared with nobody, and named before it is deleted', async ({
  page,
  simulator,
}) => {
  const id = await simulator.putImage({ name: uniqueName('open'), visibility: 'public' })
  await openImage(page, id, { tab: 'sharing' })
  const panel = page.getByRole('tabpanel')
  await expect(panel).toContainText('It is public: every project sees it already.')
  await expect(panel).toContainText('Every project of the region has it under the same id.')
  await expect(field(page)).toHaveCount(0)
  await expect(shareButton(page)).toHaveAccessibleDescription(
    /^It is public: every project sees it already\./,
  )
  await expectNoAxeViolations(page)
  await tab(page, 'Use in code').click()
  await expect(panel).toContainText('Delete it')
  await expect(panel).not.toContainText('Share it')
  await openDelete(page)
  await expect(deleteDialog(page)).toContainText('Every project can use it, and loses it too.')
  await expect(deleteDialog(page).getByLabel(/^Type .* to confirm$/)).toBeFocused()
  await expectNoAxeViolations(page)
})

test('what is known of an image of a whole server is said before it is shared', async ({
  page,
  simulator,
}) => {
  const id = await simulator.putImage({
    name: uniqueName('whole-server'),
    __whole_image: 'true',
    members: [{ project: 'eu-de_lab', status: 'accepted' }],
  })
  await openImage(page, id, { tab: 'sharing' })
  const form = page.getByRole('region', { name: 'Share with another project' })
  await expect(form).toContainText('IMS shares it only if it was made from a CBR backup')
  await expect(sharedWith(page)).toContainText('1 of 10 projects')
  await field(page).fill(
    Array.from({ length: 10 }, (_, at) => `f000000000000000000000000000000${at}`).join(' '),
  )
  await page.getByRole('button', { name: 'Share with 10 projects' }).click()
  await expect(field(page)).toHaveAccessibleDescription(/at most 10 projects; room is left for 9\./)
  await expectNoAxeViolations(page)
  expect(await simulator.count(ADD)).toBe(0)
  await field(page).fill('f0000000000000000000000000000001')
  await field(page).press('Enter')
  await expect(field(page)).toHaveAccessibleDescription(/IMG\.0135/)
})

test('on a phone an image is shared, too', async ({ page, simulator }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const id = await simulator.putImage({ name: uniqueName('phone-share') })
  await openImage(page, id)
  await shareButton(page).click()
  await field(page).fill(LAB)
  await page.getByRole('button', { name: 'Share image' }).click()
  await expect(sharedWith(page)).toContainText('Pending')
  await expectNoAxeViolations(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
