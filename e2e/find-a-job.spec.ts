import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { recordAction, replay } from '../scripts/recorded-action.ts'
import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import { fillImportForm, jobStatus, startImport, submitImport, uniqueName } from './import-form.ts'
import { importElsewhere } from './other-tool.ts'

const A_DAY_SECONDS = 25 * 3600
const NO_JOB = '0123456789abcdef0123456789abcdef'

/** Beyond 200 rows not all are drawn. */
const MANY = 260
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/

const table = (page: Page) => page.getByRole('region', { name: 'Imports' })
const search = (page: Page) => page.getByRole('searchbox', { name: 'Image name or id' })
const chip = (page: Page, name: string | RegExp) =>
  page.getByRole('group', { name: 'Filters' }).getByRole('button', { name })
const row = (page: Page, name: string) => table(page).getByRole('row', { name: new RegExp(name) })
/** What a screen reader was told last. */
const announced = (page: Page) => page.locator('[aria-live="polite"][aria-atomic="true"]')

test('an import is found by its name, its file and its ids, and the address leads back to it', async ({
  page,
  simulator,
}) => {
  await signIn(page)
  const [first, second] = [uniqueName('needle'), uniqueName('hay')]
  for (const name of [first, second]) {
    await page.goto('/import')
    await startImport(page, { file: 'ims-image:centos70.qcow2', name, minDisk: '40' })
  }
  await page.goto('/jobs')
  await expect(row(page, second)).toBeVisible()
  await expectNoAxeViolations(page)

  await page.keyboard.press('/')
  await expect(search(page)).toBeFocused()
  await search(page).pressSequentially(first.toUpperCase())
  await expect(page).toHaveURL(new RegExp(`/jobs\\?q=${first.toUpperCase()}$`))
  await expect(row(page, second)).toBeHidden()
  await expect(row(page, first)).toContainText('ims-image:centos70.qcow2')
  await expect(announced(page)).toHaveText('1 import')

  const { jobs } = await simulator.state()
  const imsJobId = jobs.at(-1)?.job_id ?? ''
  await search(page).fill(imsJobId)
  await expect(page).toHaveURL(new RegExp(`q=${imsJobId}$`))
  await expect(table(page)).toContainText('1 import ·')
  await page.reload()
  await expect(search(page)).toHaveValue(imsJobId)
  await expect(table(page)).toContainText('1 import ·')

  await search(page).fill('of-no-import')
  await expect(table(page)).toContainText('No job matches.')
  await expect(announced(page)).toHaveText('No job matches.')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(/\/jobs$/)
  await expect(search(page)).toHaveValue('')
  await expect(row(page, second)).toBeVisible()
})

test('chips narrow the list, go back with the browser, and are there after a visit to a job', async ({
  page,
  simulator,
}) => {
  await signIn(page)
  const [ended, running] = [uniqueName('chip-ended'), uniqueName('chip-running')]
  await startImport(page, { file: 'ims-image:centos70.qcow2', name: ended, minDisk: '40' })
  await page.waitForURL(/\/images\//)
  await simulator.setSpeed(1)
  await page.goto('/import')
  await startImport(page, { file: 'ims-image:centos70.qcow2', name: running, minDisk: '40' })
  await page.goto('/jobs')
  await expect(row(page, ended)).toContainText('Succeeded')

  await chip(page, /^Running \d/).click()
  await expect(chip(page, /^Running/)).toHaveAttribute('aria-pressed', 'true')
  await expect(row(page, ended)).toBeHidden()
  await expect(row(page, running)).toBeVisible()
  await chip(page, 'Mine').click()
  await expect(page).toHaveURL(/\/jobs\?state=running&mine=1$/)

  await row(page, running).getByRole('link').click()
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/)
  await page.goBack()
  await expect(page).toHaveURL(/\/jobs\?state=running&mine=1$/)
  await expect(row(page, running)).toBeVisible()
  await expect(row(page, ended)).toBeHidden()
  await page.goBack()
  await expect(chip(page, 'Mine')).toHaveAttribute('aria-pressed', 'false')
  await page.goBack()
  await expect(page).toHaveURL(/\/jobs$/)
  await expect(row(page, ended)).toBeVisible()
  await page.goForward()
  await expect(row(page, ended)).toBeHidden()

  await chip(page, 'Failed').click()
  await expect(page).toHaveURL(/state=failed$/)
  await expect(row(page, running)).toBeHidden()
})

test('days are chosen in the reader’s own zone, and a wrong span is told at its field', async ({ page }) => {
  await signIn(page)
  const name = uniqueName('dated')
  await startImport(page, { file: 'ims-image:centos70.qcow2', name, minDisk: '40' })
  await page.goto('/jobs')
  await chip(page, 'Date').click()
  const panel = page.getByRole('dialog', { name: 'Date' })
  await expect(panel.getByLabel('From')).toBeFocused()
  await panel.getByLabel('From').fill('2020-02-02')
  await panel.getByLabel('To').fill('2020-02-01')
  await panel.getByRole('button', { name: 'Show these days' }).click()
  await expect(panel.getByLabel('To')).toHaveAccessibleDescription(/Choose the day of From or a later one/)
  await expectNoAxeViolations(page)
  await panel.getByLabel('To').fill('2020-02-29')
  await panel.getByRole('button', { name: 'Show these days' }).click()
  await expect(panel).toBeHidden()
  await expect(page).toHaveURL(/from=2020-02-02&to=2020-02-29&zone=/)
  await expect(chip(page, /^Date: 2.Feb to 29.Feb.2020$/)).toBeVisible()
  await expect(table(page)).toContainText('No job matches.')
  await chip(page, 'Clear date').click()
  await expect(row(page, name)).toBeVisible()
})

test('a row’s menu opens, copies and imports again, by keys alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page)
  const name = uniqueName('menu')
  await startImport(page, { file: 'ims-image:centos70.qcow2', name, minDisk: '40' })
  const address = page.url()
  await page.goto('/jobs')
  const actions = page.getByRole('button', { name: `Actions for ${name}` })
  await actions.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Open' })).toBeFocused()
  await expectNoAxeViolations(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address)
  await page.keyboard.press('Escape')
  await expect(actions).toBeFocused()
  await actions.click()
  await expect(page.getByRole('menu')).toBeVisible()
  await actions.click()
  await expect(page.getByRole('menu')).toBeHidden()
  await actions.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/import\?again=/)
  await expect(page.getByLabel('Image name')).toHaveValue(name)
})

test('running rows change where they are, and what others start waits under a button', async ({
  page,
  context,
  simulator,
}) => {
  await signIn(page)
  await simulator.setSpeed(1)
  const [first, second] = [uniqueName('stays'), uniqueName('comes')]
  await startImport(page, { file: 'ims-image:centos70.qcow2', name: first, minDisk: '40' })
  await page.goto('/jobs')
  await expect(row(page, first)).toContainText('Running')

  const other = await context.newPage()
  await other.goto('/import')
  await startImport(other, { file: 'ims-image:centos70.qcow2', name: second, minDisk: '40' })
  await other.close()
  const waiting = page.getByRole('main').getByRole('button', { name: '1 new' })
  await page.getByRole('button', { name: 'Read again' }).click()
  await expect(waiting).toBeVisible()
  await expect(row(page, second)).toBeHidden()

  await simulator.setSpeed(6000)
  await expect(row(page, first)).toContainText('Succeeded')
  await expect(row(page, second)).toBeHidden()
  await waiting.click()
  await expect(waiting).toBeHidden()
  await expect(row(page, second)).toBeVisible()
})

test('a job that was started elsewhere is watched by its id', async ({ page, simulator }) => {
  await signIn(page, '/jobs')
  await simulator.setSpeed(1)
  const name = uniqueName('elsewhere')
  const imsJobId = await importElsewhere(simulator.iamAddress, name)

  await page.getByRole('button', { name: 'Watch a job by id' }).click()
  const dialog = page.getByRole('dialog', { name: 'Watch a job by id' })
  const field = dialog.getByLabel('Job id')
  const watch = dialog.getByRole('button', { name: 'Watch job' })
  await expect(field).toBeFocused()
  await watch.click()
  await expect(field).toHaveAccessibleDescription(/Enter the job id\./)
  await field.fill('7091952d')
  await watch.click()
  await expect(field).toHaveAccessibleDescription(/Enter the 32 letters and digits/)
  await field.fill(NO_JOB)
  await watch.click()
  await expect(field).toHaveAccessibleDescription(/IMS knows no job with this id in eu-de_demo/)
  await expectNoAxeViolations(page)

  await field.fill(` ${imsJobId.toUpperCase()} `)
  await watch.click()
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  const main = page.getByRole('main')
  await expect(main).toContainText('Not started from Slipway; its request is not known.')
  await expect(main.getByRole('link', { name: 'Import again' })).toBeHidden()
  await expectNoAxeViolations(page)

  const address = page.url()
  await page.goto('/jobs')
  await expect(row(page, name)).toContainText('Added by demo')
  await expect(row(page, name)).toContainText('file not known')
  await page.getByRole('button', { name: 'Watch a job by id' }).click()
  await field.fill(imsJobId)
  await field.press('Enter')
  await expect(field).toHaveAccessibleDescription(/in the list already/)
  await dialog.getByRole('link', { name: 'Open it' }).click()
  await expect(page).toHaveURL(address)
  await simulator.setSpeed(6000)
  await page.waitForURL(/\/images\//)
  await expect(main).toContainText('Job added by')

  // As what a failed import leaves behind.
  const id = new URL(page.url()).pathname.split('/').at(-1)
  await simulator.putImage({
    id,
    name,
    status: 'killed',
    __data_origin: 'file,ims-image:centos70.qcow2',
  })
  await page.reload()
  await expect(main).toContainText('IMS could not make this image')
  await expectNoAxeViolations(page)
  await main.getByRole('link', { name: 'Import again' }).click()
  await page.waitForURL(/\/import\?file=/)
  await expect(page.getByLabel('Image file')).toHaveValue('ims-image:centos70.qcow2')
  await expect(page.getByLabel('Image name')).toHaveValue(name)
})

test('a job that is asked for and left is watched all the same, and what was refused is said', async ({
  page,
  simulator,
}) => {
  const imsJobId = await importElsewhere(simulator.iamAddress, uniqueName('left'))
  await signIn(page, '/jobs')
  let held = Promise.withResolvers<void>()
  await page.route('**/jobs', async (route) => {
    if (route.request().method() === 'POST') await held.promise
    await route.fallback()
  })
  const told = page.getByRole('region', { name: 'Just happened' })
  const dialog = page.getByRole('dialog', { name: 'Watch a job by id' })
  for (const id of [imsJobId, NO_JOB]) {
    held = Promise.withResolvers<void>()
    await page.getByRole('button', { name: 'Watch a job by id' }).click()
    await dialog.getByLabel('Job id').fill(id)
    await dialog.getByRole('button', { name: 'Watch job' }).click()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    held.resolve()
    await expect(told).toContainText(id === imsJobId ? 'The job is watched now' : 'The job is not watched.')
    await expect(page).toHaveURL(/\/jobs$/)
  }
  await expectNoAxeViolations(page)
})

test('hundreds of imports are read as one scrolls, and one comes back to the same place', async ({
  page,
  simulator,
  pageProblems,
}) => {
  pageProblems.allowFailedRequest(/\/api\//)
  // A project of its own: others look for one without imports.
  await signIn(page, '/import', { userName: 'single', project: 'eu-de_solo' })
  const name = uniqueName('volume')
  await fillImportForm(page, { file: 'ims-image:centos70.qcow2', name, minDisk: '40' })
  const submit = await recordAction(page, () => submitImport(page))
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Succeeded')
  // More than IMS takes at once: it refuses the rest, and a refusal is kept as an import too.
  for (let number = 0; number < MANY; number += 1)
    await replay(submit, submit.body.replace(UUID, randomUUID()).replaceAll(name, `${name}-${number}`))

  await page.goto(`/jobs?q=${name}`)
  await expect(table(page)).toContainText('More than 50 imports')

  // What cannot be read is said, no row is lost meanwhile, and it goes on once it can.
  await simulator.advanceSeconds(A_DAY_SECONDS)
  // The list asks Slipway alone; another tab asks IMS, and the session ends with its token.
  await page.request.get('/api/quota')
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, 2000)
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  await expect(dialog).toBeVisible()
  await expect(table(page)).toContainText('More imports could not be read.')
  await dialog.getByLabel('Password', { exact: true }).fill('demo-password')
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(table(page).getByText('More imports could not be read.')).toBeHidden()

  // The form may have put the file's name before it, where that came while this one was typed.
  const last = table(page).getByRole('link', { name: new RegExp(`${name}$`) })
  await expect(async () => {
    await page.mouse.wheel(0, 4000)
    await expect(last).toBeInViewport({ timeout: 500 })
  }).toPass()
  await expect(table(page)).toContainText(`${MANY + 1} imports`)
  await expect(table(page).getByRole('table')).toHaveAttribute('aria-rowcount', String(MANY + 2))
  expect(await table(page).getByRole('row').count()).toBeLessThan(150)
  await expectNoAxeViolations(page)

  const before = await page.evaluate(() => window.scrollY)
  await last.click()
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/)
  await page.goBack()
  await expect(last).toBeInViewport()
  expect(Math.abs((await page.evaluate(() => window.scrollY)) - before)).toBeLessThan(100)
})
