import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'

/** What is asked of the services is asked by a page that hears of clicks. */
async function openSettings(page: Page): Promise<void> {
  await signIn(page, '/settings')
  await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible()
}

test('what is set for this browser holds at once, and after a reload', async ({ page }) => {
  await openSettings(page)
  const appearance = page.getByRole('region', { name: 'Appearance' })
  await appearance.getByRole('radio', { name: 'Dark' }).check({ force: true })
  await appearance.getByRole('radio', { name: 'Compact' }).check({ force: true })
  await appearance.getByRole('radio', { name: 'UTC' }).check({ force: true })
  await expect(appearance.getByText('Saved', { exact: true })).toHaveCount(3)
  const tokenEnds = page.getByRole('region', { name: 'Session' }).locator('time')
  await expect(tokenEnds).toHaveText(/UTC$/)

  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expect(appearance.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await expect(tokenEnds).toHaveText(/UTC$/)
  await page.goto('/images')
  const height = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--row-height').trim(),
  )
  expect(height).toBe('36px')
})

test('a new import begins with the defaults of its project', async ({ page }) => {
  await openSettings(page)
  const defaults = page.getByRole('region', { name: 'Defaults' })
  const save = defaults.getByRole('button', { name: 'Save' })
  await defaults.getByLabel('Bucket').fill('A')
  await save.click()
  await expect(defaults.getByText(/It has 3 to 63 characters/)).toBeVisible()
  await defaults.getByLabel('Bucket').fill('ims-image')
  await defaults.getByLabel('Tags').fill('team.web, env=prod, night shift')
  await save.click()
  await defaults.getByRole('switch', { name: 'Automatic configuration' }).uncheck({ force: true })
  await expect(defaults.getByText('Saved', { exact: true })).toHaveCount(2)

  await page.goto('/import')
  await expect(page.locator('form[data-ready]')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove team.web' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove env=prod' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove night shift' })).toBeVisible()
  await expect(page.getByLabel('Automatic configuration')).not.toBeChecked()
  const field = page.getByLabel('Image file')
  await field.click()
  await expect(page.getByRole('option', { name: /^centos70\.qcow2/ })).toBeVisible()
  await page.getByRole('option', { name: 'Back to buckets' }).click()
  await expect(page.getByRole('option', { name: /archive-nl/ })).toBeVisible()
  await page.getByRole('option', { name: /^ims-image/ }).click()
  await page.getByRole('option', { name: /^centos70\.qcow2/ }).click()
  await expect(field).toHaveValue('ims-image:centos70.qcow2')
  await page.getByRole('button', { name: 'Remove team.web' }).click()
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('centos70')

  await page.reload()
  await expect(page.getByText(/Draft from/)).toBeVisible()
  await page.getByRole('button', { name: 'Start empty' }).click()
  await expect(field).toHaveValue('')
  await expect(page.getByRole('button', { name: 'Remove team.web' })).toBeVisible()

  await page.goto('/settings')
  await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible()
  await defaults.getByLabel('Bucket').fill('')
  await defaults.getByLabel('Tags').fill('')
  await save.click()
  await defaults.getByRole('switch', { name: 'Automatic configuration' }).check({ force: true })
  await expect(defaults.getByText('Saved', { exact: true })).toHaveCount(2)
})

test('what could not be saved stays as it was typed', async ({ page, pageProblems }) => {
  await openSettings(page)
  const defaults = page.getByRole('region', { name: 'Defaults' })
  pageProblems.allowFailedRequest(/\/settings/)
  await page.route('**/settings', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  )
  await defaults.getByLabel('Tags').fill('team.web')
  await defaults.getByRole('button', { name: 'Save' }).click()
  await expect(defaults.getByText('Not saved.')).toBeVisible()
  await expect(defaults.getByLabel('Tags')).toHaveValue('team.web')
  await page.unroute('**/settings')
  await defaults.getByLabel('Tags').fill('')
  await defaults.getByRole('button', { name: 'Save' }).click()
  await expect(defaults.getByText('Saved', { exact: true })).toBeVisible()
})

test('single keys lead through the console, until they are turned off', async ({ page }) => {
  await openSettings(page)
  await page.getByRole('heading', { name: 'Settings', level: 1 }).click()
  // The keys come once the browser is idle.
  await expect(async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('j')
    await expect(page).toHaveURL(/\/jobs$/, { timeout: 1_000 })
  }).toPass()
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await expect(page).toHaveURL(/\/settings$/)
  await page.getByRole('switch', { name: 'Single keys' }).uncheck({ force: true })
  await page.getByRole('heading', { name: 'Settings', level: 1 }).click()
  await page.keyboard.press('c')
  await page.getByLabel('Tags').fill('c')
  await expect(page).toHaveURL(/\/settings$/)
  await page.getByRole('switch', { name: 'Single keys' }).check({ force: true })
  await page.getByLabel('Tags').press('c')
  await expect(page.getByLabel('Tags')).toHaveValue('cc')
  await page.getByRole('heading', { name: 'Settings', level: 1 }).click()
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/\/import$/)
})

test('signing out everywhere ends the session of another browser', async ({ page, browser, baseURL }) => {
  const elsewhere = await browser.newContext({ ...(baseURL ? { baseURL } : {}) })
  const other = await elsewhere.newPage()
  await signIn(other, '/jobs')
  await openSettings(page)
  await page.getByRole('main').getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.waitForURL(/\/sign-in/)
  await other.goto('/jobs')
  await expect(other).toHaveURL(/\/sign-in/)
  await elsewhere.close()
})

test('the page says who, where, and what this installation reaches', async ({ page, simulator }) => {
  await openSettings(page)
  const session = page.getByRole('region', { name: 'Session' })
  await expect(session).toContainText('eu-de_demo')
  await expect(session).toContainText('te_admin')
  const about = page.getByRole('region', { name: 'About' })
  await expect(about.getByText(/^Answers in \d+\sms$/)).toHaveCount(3)
  await expect(about).toContainText('SQLite')
  await simulator.addFault({ service: 'obs', drop: 'before', times: 5 })
  await about.getByRole('button', { name: 'Check again' }).click()
  await expect(about.getByText('Cannot be reached from this server')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoAxeViolations(page)
})
