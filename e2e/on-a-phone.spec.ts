import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import { fillImportForm, jobStatus, submitImport, uniqueName } from './import-form.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('the whole way fits a phone, and nothing scrolls sideways', async ({ page, simulator }) => {
  await simulator.setSpeed(30)
  await page.goto('/sign-in')
  await expectToFit(page)
  await expectNoAxeViolations(page)
  await signIn(page)
  await expectToFit(page)
  await page.getByRole('button', { name: /navigation/i }).click()
  await expect(page.getByRole('link', { name: 'Images' })).toBeVisible()
  await page.keyboard.press('Escape')
  const name = uniqueName('phone')
  await fillImportForm(page, {
    file: 'ims-image:centos70.qcow2',
    name,
    minDisk: '40',
    system: 'CentOS 7.0 64bit',
  })
  await expectNoAxeViolations(page)
  await submitImport(page)
  await page.waitForURL(/\/jobs\//)
  await expectToFit(page)
  await expectNoAxeViolations(page)
  await simulator.setSpeed(6000)
  await expect(jobStatus(page)).toHaveText('Succeeded')
  await page.waitForURL(/\/images\//)
  await expectToFit(page)
  await page.goto('/images')
  await expectToFit(page)
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: new RegExp(name) }).click()
  await page.waitForURL(/\/images\//)
  await page.goto('/jobs')
  await expectToFit(page)
})

test('at 320 px too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await signIn(page)
  for (const address of ['/import', '/jobs', '/images', '/settings']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectToFit(page)
  }
})

async function expectToFit(page: Page) {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0)
}
