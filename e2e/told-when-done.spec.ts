import { createHmac } from 'node:crypto'
import type { Page } from '@playwright/test'
import { type Receiver, startReceiver } from '../lib/webhooks/receiver.fixture.ts'
import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import { fillImportForm, jobStatus, startImport, submitImport, uniqueName } from './import-form.ts'

const CENTOS = { file: 'ims-image:centos70.qcow2', minDisk: '40' }

const bell = (page: Page) => page.getByRole('button', { name: /^Notifications/ })
const icon = (page: Page) => page.locator('link[rel="icon"]').first()
const toastFor = (page: Page, name: string) =>
  page.getByRole('status').filter({ hasText: `Import succeeded: ${name}` })

/** Other tests of the same console leave ends of their own. */
async function markAllRead(page: Page): Promise<void> {
  await bell(page).click()
  await expect(
    page.getByText('Nothing new').or(page.getByRole('button', { name: 'Mark all read' })),
  ).toBeVisible()
  const mark = page.getByRole('button', { name: 'Mark all read' })
  if (await mark.isVisible()) await mark.click()
  await expect(page.getByText('Nothing new')).toBeVisible()
  await page.keyboard.press('Escape')
}

/** Within the document, as a person goes: what it has heard of stays known. */
async function goTo(page: Page, section: 'Images' | 'Settings'): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: section }).click()
  await page.waitForURL(new RegExp(`/${section.toLowerCase()}$`))
}

test('an import that ends elsewhere is told in a toast, the bell and the tab’s icon', async ({
  page,
  simulator,
}) => {
  await signIn(page)
  await markAllRead(page)
  await simulator.setSpeed(30)
  const name = uniqueName('elsewhere')
  await startImport(page, { ...CENTOS, name })
  const job = new URL(page.url()).pathname
  await expect(jobStatus(page)).toHaveText('Running')
  await expect(icon(page)).toHaveAttribute('href', /^data:.*f4bd55/)
  // Wide enough that neither toast nor list lie over something to press, which would make it too small a target.
  await page.setViewportSize({ width: 1800, height: 1200 })
  await goTo(page, 'Settings')
  await simulator.setSpeed(6000)
  await expect(toastFor(page, name)).toBeVisible()
  await expect(bell(page)).toContainText('1 new')
  await expect(icon(page)).toHaveAttribute('href', /^data:.*08704d/)
  await toastFor(page, name).hover()
  await expectNoAxeViolations(page)
  await bell(page).hover()
  // It goes by itself.
  await expect(toastFor(page, name)).toHaveCount(0)

  await bell(page).click()
  const panel = page.locator('#bell')
  await expect(panel.getByRole('link', { name: `Import succeeded: ${name}` })).toHaveAttribute('href', job)
  await expectNoAxeViolations(page)
  await panel.getByRole('button', { name: 'Mark all read' }).click()
  await expect(panel).toContainText('Nothing new')
  await expect(bell(page)).not.toContainText('new')
  await expect(icon(page)).not.toHaveAttribute('href', /08704d|d23a5c/)
})

test('a failure stays until it is closed', async ({ page, simulator, bucketFiles }) => {
  await signIn(page)
  await markAllRead(page)
  const name = uniqueName('broken')
  const key = `changing/${name}.qcow2`
  bucketFiles.copy('centos70.qcow2', key)
  await fillImportForm(page, { file: `ims-image:${key}`, name, minDisk: '40' })
  await expect(page.getByRole('region', { name: 'Preflight' })).toContainText(/40\sGiB/)
  await simulator.setSpeed(30)
  bucketFiles.copy('faulty/virtual-size-80-gb.qcow2', key)
  await submitImport(page)
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/)
  await goTo(page, 'Images')
  await simulator.setSpeed(6000)
  const toast = page
    .getByRole('alert')
    .filter({ hasText: new RegExp(`^Import failed: ${name} \\(IMG\\.\\d+\\)$`) })
  await expect(toast).toBeVisible()
  await expect(icon(page)).toHaveAttribute('href', /^data:.*d23a5c/)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(toast).toHaveCount(0)
  await expect(bell(page)).toContainText('1 new')
  // Its own page is where it is seen.
  await bell(page).click()
  await page.getByRole('link', { name: new RegExp(`^Import failed: ${name}`) }).click()
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/)
  await expect(bell(page)).not.toContainText('new')
})

test('an end that is seen on its own page is no news', async ({ page, simulator }) => {
  await signIn(page)
  await markAllRead(page)
  await simulator.setSpeed(30)
  const name = uniqueName('watched')
  await startImport(page, { ...CENTOS, name })
  await expect(jobStatus(page)).toHaveText('Running')
  await simulator.setSpeed(6000)
  await expect(jobStatus(page)).toHaveText('Succeeded')
  await page.waitForURL(/\/images\//)
  await goTo(page, 'Images')
  await expect.poll(async () => (await page.request.get('/api/unseen')).json()).toEqual({ imports: [] })
  await expect(toastFor(page, name)).toHaveCount(0)
  await expect(bell(page)).not.toContainText('new')
})

declare global {
  interface Window {
    notices: { asked: number; shown: { title: string; tag: string | undefined; click: () => void }[] }
  }
}

/** The browser's notifications, which no test can see; `answer` is what a person says when they are asked. */
async function watchNotifications(
  page: Page,
  answer: 'granted' | 'denied',
  before: NotificationPermission = 'default',
): Promise<void> {
  await page.addInitScript(
    ([first, permission]) => {
      window.notices = { asked: 0, shown: [] }
      class RecordedNotification {
        static permission: NotificationPermission = first
        static async requestPermission() {
          window.notices.asked += 1
          RecordedNotification.permission = permission
          return permission
        }
        onclick: () => void = () => {}
        constructor(title: string, options?: NotificationOptions) {
          window.notices.shown.push({ title, tag: options?.tag, click: () => this.onclick() })
        }
        close() {}
      }
      Object.assign(window, { Notification: RecordedNotification })
    },
    [before, answer] as const,
  )
}

async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((isHidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden })
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (isHidden ? 'hidden' : 'visible'),
    })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, hidden)
}

test('the browser tells once it was asked to, while the page is not in sight', async ({
  page,
  simulator,
}) => {
  await watchNotifications(page, 'granted')
  await signIn(page)
  await simulator.setSpeed(30)
  const name = uniqueName('away')
  await startImport(page, { ...CENTOS, name })
  const address = page.url()
  const tellMe = page.getByRole('switch', { name: 'Tell me in this browser' })
  await expect(tellMe).not.toBeChecked()
  expect(await page.evaluate(() => window.notices.asked)).toBe(0)
  await tellMe.check({ force: true })
  await expect(tellMe).toBeChecked()
  expect(await page.evaluate(() => window.notices.asked)).toBe(1)
  await expect(page.getByText('No webhook is set for this project.')).toBeVisible()

  await goTo(page, 'Images')
  await setHidden(page, true)
  await simulator.setSpeed(6000)
  await expect
    .poll(() => page.evaluate(() => window.notices.shown.map(({ title }) => title)))
    .toEqual([`Import succeeded: ${name}`])
  await expect(toastFor(page, name)).toHaveCount(0)
  await setHidden(page, false)
  await page.evaluate(() => window.notices.shown[0]?.click())
  await expect(page).toHaveURL(address)
  await expect(jobStatus(page)).toHaveText('Succeeded')
})

test('of several tabs one tells', async ({ page, context, simulator }) => {
  const second = await context.newPage()
  const tabs = [page, second]
  for (const tab of tabs) await watchNotifications(tab, 'granted', 'granted')
  await signIn(page)
  await page.evaluate(() => localStorage.setItem('slipway.tell-me', 'on'))
  await simulator.setSpeed(30)
  const name = uniqueName('tabs')
  await startImport(page, { ...CENTOS, name })
  for (const tab of tabs) {
    await tab.goto('/images')
    // Both know of it before it ends, and maybe of others that earlier tests have left.
    await expect(tab.getByText(/^\d+ running$/).first()).toBeVisible()
    await expect(bell(tab)).toBeVisible()
    await setHidden(tab, true)
  }
  await simulator.setSpeed(6000)
  const shown = async () => {
    const titles = await Promise.all(
      tabs.map((tab) => tab.evaluate(() => window.notices.shown.map(({ title }) => title))),
    )
    return titles.flat().filter((title) => title.includes(name))
  }
  await expect.poll(shown).toHaveLength(1)
  // The other one has heard of it as well, by the count in its bell.
  for (const tab of tabs) await expect(bell(tab)).toContainText('new')
  expect(await shown()).toHaveLength(1)
})

test('a browser that blocks notifications is told how to allow them', async ({ page }) => {
  await watchNotifications(page, 'denied')
  await signIn(page, '/settings')
  await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible()
  const tellMe = page.getByRole('switch', { name: 'Tell me in this browser' })
  await tellMe.click({ force: true })
  await expect(
    page.getByText('This browser blocks notifications for this address. Allow them in its site settings.'),
  ).toBeVisible()
  await expect(tellMe).toBeDisabled()
})

test.describe('a webhook', () => {
  let receiver: Receiver
  test.beforeEach(async () => {
    receiver = await startReceiver()
  })
  test.afterEach(() => receiver.stop())

  test('is tested, signed, told of an import that ended, and removed', async ({ page, simulator }) => {
    await signIn(page, '/settings')
    await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible()
    const part = page.getByRole('region', { name: 'Notifications' })
    const address = part.getByLabel('Webhook address')
    await address.fill('hooks.example.com')
    await part.getByRole('button', { name: 'Save' }).click()
    await expect(part.getByText('Enter an https address.')).toBeVisible()
    await expect(address).toHaveValue('hooks.example.com')
    await address.fill(receiver.address)
    await part.getByRole('button', { name: 'Save' }).click()
    await expect(part.getByText('shown once. Copy it')).toBeVisible()
    const secret = (await part.locator('.mono').first().textContent()) ?? ''
    expect(secret).toMatch(/^[\w-]{43}$/)

    await part.getByRole('button', { name: 'Send a test' }).click()
    await expect(part.getByText(/^Answered 200 in \d+\sms$/)).toBeVisible()
    await expect(part.getByText('Delivered')).toHaveCount(1)
    await expectNoAxeViolations(page)

    await page.reload()
    await expect(part.getByText(secret)).toHaveCount(0)
    await page.goto('/import')
    // An import whose call is switched off on its page is not told.
    await simulator.setSpeed(30)
    await startImport(page, { ...CENTOS, name: uniqueName('silent') })
    const call = page.getByRole('switch', { name: 'Call the webhook' })
    await expect(call).toBeChecked()
    await call.uncheck({ force: true })
    await expect(page.getByRole('main').getByText('Saved', { exact: true })).toBeVisible()
    await page.reload()
    await expect(call).not.toBeChecked()
    await simulator.setSpeed(6000)
    await expect(jobStatus(page)).toHaveText('Succeeded')
    await page.goto('/import')
    const name = uniqueName('hooked')
    receiver.answerNext({ status: 410 })
    await startImport(page, { ...CENTOS, name })
    const jobAddress = page.url()
    await expect.poll(() => receiver.received.length).toBe(2)
    const told = receiver.received[1]
    const [, t, v1] = /^t=(\d+),v1=(\w+)$/.exec(String(told?.headers['slipway-signature'])) ?? []
    expect(createHmac('sha256', secret).update(`${t}.${told?.body}`).digest('hex')).toBe(v1)
    expect(JSON.parse(told?.body ?? '')).toMatchObject({
      event: 'import.succeeded',
      job: { id: jobAddress.split('/').at(-1) },
      image: { name },
    })

    await page.goto('/settings')
    await expect(part.getByRole('link', { name })).toBeVisible()
    await expect(part.getByText('Given up')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible()
    await part.getByRole('button', { name: 'Send again' }).click()
    await expect(part.getByText('Delivered')).toHaveCount(2)
    expect(receiver.received[2]?.headers['slipway-delivery']).toBe(told?.headers['slipway-delivery'])
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoAxeViolations(page)
    await part.getByRole('button', { name: 'Remove webhook' }).click()
    const dialog = page.getByRole('dialog', { name: 'Remove webhook' })
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await dialog.getByRole('button', { name: 'Remove webhook' }).click()
    await expect(address).toHaveValue('')
    await expect(part.getByRole('heading', { name: 'Deliveries' })).toHaveCount(0)
  })
})
