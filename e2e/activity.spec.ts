import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, signIn, submitSignIn, test } from './fixtures.ts'
import { fillImportForm, jobStatus, startImport, submitImport, uniqueName } from './import-form.ts'

const SUBMIT = { service: 'ims', method: 'POST', path: '/v2/cloudimages/action' } as const
const CENTOS = { file: 'ims-image:centos70.qcow2', minDisk: '40' }

const rowOf = (page: Page, sentence: string) => page.getByRole('row').filter({ hasText: sentence })

test('what was done is listed with who, result and request id, and opens in full', async ({ page }) => {
  const name = uniqueName('recorded')
  await signIn(page)
  await startImport(page, { ...CENTOS, name })
  await expect(jobStatus(page)).toHaveText('Succeeded')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Activity')
  await expect(page.getByRole('rowheader', { name: /^Today, / })).toBeVisible()
  await expect(rowOf(page, 'Signed in').first()).toContainText('Done')
  const row = rowOf(page, `Imported ${name}`)
  await expect(row).toContainText('demo')
  await expect(row).toContainText('Done')
  await expect(row).toContainText('not known')
  await expect(page.getByRole('main')).toContainText('Reads are not recorded.')
  await expect(page.getByRole('main')).toContainText('kept for 400 days')
  await expectNoAxeViolations(page)

  await row.getByRole('button', { name: `Imported ${name}` }).click()
  const record = page.getByRole('dialog', { name: `Imported ${name}` })
  await expect(record).toContainText('"minDiskGb": 40')
  await expect(record).not.toContainText('demo-password')
  await expectNoAxeViolations(page)
  await record.getByRole('link', { name: `Open the job of ${name}` }).click()
  await expect(page).toHaveURL(/\/jobs\//)
})

test('a refusal and a lost answer are recorded as what they are', async ({ page, simulator }) => {
  const [refused, lost] = [uniqueName('refused'), uniqueName('lost')]
  await signIn(page)
  await fillImportForm(page, { ...CENTOS, name: refused })
  await simulator.addFault({
    ...SUBMIT,
    status: 403,
    body: { error: { code: 'IMG.0026', message: 'no right' } },
    headers: { 'X-Request-Id': 'f00dcafe0123456789' },
  })
  await submitImport(page)
  await expect(page.getByRole('main')).toContainText('IMG.0026')
  await page.getByLabel('Image name').fill(lost)
  await simulator.addFault({ ...SUBMIT, drop: 'before' })
  await submitImport(page)
  await expect(jobStatus(page)).toHaveText('Unconfirmed')

  await page.goto('/activity')
  await expect(rowOf(page, `Tried to import ${refused}`)).toContainText('Refused')
  await expect(rowOf(page, `Tried to import ${refused}`)).toContainText('IMG.0026')
  await expect(rowOf(page, `Tried to import ${refused}`)).toContainText('f00dcafe…6789')
  await expect(rowOf(page, `Tried to import ${lost}`)).toContainText('Not known')
})

test('filters stand in the address, and what matches nothing says so', async ({ page }) => {
  await signIn(page, '/activity')
  await page.getByLabel('What').selectOption('Sign out')
  await expect(page).toHaveURL(/what=session.sign-out/)
  await page.getByLabel('From').fill('2020-01-31')
  await page.getByLabel('To').fill('2020-02-01')
  await expect(page).toHaveURL(/to=2020-02-01/)
  await expect(page.getByRole('main')).toContainText('No change matches.')
  await expectNoAxeViolations(page)
  await page.reload()
  await expect(page.getByLabel('What')).toHaveValue('session.sign-out')
  // Until the page has come to life again, what is typed is not heard.
  await expect(async () => {
    await page.getByLabel('To').fill('2020-01-01')
    await expect(page.getByLabel('To')).toHaveAccessibleDescription(/Enter 2020-01-31 or a later day/, {
      timeout: 3_000,
    })
  }).toPass()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(/\/activity$/)
  await expect(rowOf(page, 'Signed in').first()).toBeVisible()
})

test('the file has what is listed', async ({ page }) => {
  await signIn(page, '/activity?what=session.sign-in')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^slipway-activity-eu-de_demo-\d{4}-\d\d-\d\d\.csv$/)
  const [headings, first] = readFileSync(await download.path(), 'utf8').split('\r\n')
  expect(headings).toMatch(/^Time \(UTC\),User,/)
  expect(first).toContain(',demo,DEMO,Signed in,session.sign-in,')
})

test('older changes come as the list is read to its end', async ({ page, servers }) => {
  await signIn(page)
  const stem = uniqueName('older')
  writeLines(join(servers.bucketsFolder, '..', 'data', 'slipway.sqlite'), stem, 120)
  await page.goto(`/activity?who=${stem}`)
  await expect(page.getByRole('main')).toContainText('The newest')
  const rows = page.getByRole('row').filter({ hasText: `Imported ${stem}-` })
  await expect(rows).toHaveCount(50)
  await expect(page.getByRole('button', { name: 'Show older changes' })).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(rows).toHaveCount(120, { timeout: 1_000 })
  }).toPass()
  await expect(page.getByRole('button', { name: 'Show older changes' })).toBeHidden()
})

test('a project has its own record, and a refused sign-in stands in none', async ({ page }) => {
  await page.goto('/sign-in')
  await submitSignIn(page, { password: 'wrong' })
  await expect(page.getByRole('main')).toContainText('Domain, user name or password is wrong')
  await signIn(page)
  const name = uniqueName('elsewhere')
  await startImport(page, { ...CENTOS, name })
  await page.goto('/activity')
  await expect(rowOf(page, `Imported ${name}`)).toBeVisible()
  await expect(rowOf(page, 'Tried to sign in')).toHaveCount(0)
  await page.getByRole('button', { name: /eu-de_demo/ }).click()
  await page.getByRole('option', { name: /eu-de_lab/ }).click()
  await expect(rowOf(page, 'Switched to eu-de_lab').first()).toBeVisible()
  await expect(rowOf(page, `Imported ${name}`)).toHaveCount(0)
})

/** Lines of many weeks, which nobody makes by hand. */
function writeLines(file: string, who: string, count: number): void {
  const db = new DatabaseSync(file, { timeout: 5_000 })
  const project = db.prepare('select project_id as id from session order by created_at desc limit 1').get()
  const insert = db.prepare(
    `insert into audit (id, at, project_id, region_id, user_name, domain_name, action, object_kind, object_name, result, details)
     values (?, ?, ?, 'eu-de', ?, 'DEMO', 'import.submit', 'job', ?, 'done', '{}')`,
  )
  for (let line = 0; line < count; line += 1)
    insert.run(
      randomUUID(),
      Date.now() - (count - line) * 3_600_000,
      project?.id ?? null,
      who,
      `${who}-${line}`,
    )
  db.close()
}
