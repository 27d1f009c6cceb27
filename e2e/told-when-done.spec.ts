import { createHmac } from 'node:crypto'
import { type Receiver, startReceiver } from '../lib/webhooks/receiver.fixture.ts'
import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import { startImport, uniqueName } from './import-form.ts'

const CENTOS = { file: 'ims-image:centos70.qcow2', minDisk: '40' }

test.describe('a webhook', () => {
  let receiver: Receiver
  test.beforeEach(async () => {
    receiver = await startReceiver()
  })
  test.afterEach(() => receiver.stop())

  test('is tested, signed, told of an import that ended, and removed', async ({ page }) => {
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
    const name = uniqueName('hooked')
    await startImport(page, { ...CENTOS, name })
    const jobAddress = page.url()
    await expect.poll(() => receiver.received.length).toBe(2)
    const call = receiver.received[1]
    const [, t, v1] = /^t=(\d+),v1=(\w+)$/.exec(String(call?.headers['slipway-signature'])) ?? []
    expect(createHmac('sha256', secret).update(`${t}.${call?.body}`).digest('hex')).toBe(v1)
    expect(JSON.parse(call?.body ?? '')).toMatchObject({
      event: 'import.succeeded',
      job: { id: jobAddress.split('/').at(-1) },
      image: { name },
    })

    await page.goto('/settings')
    await expect(part.getByRole('link', { name })).toBeVisible()
    await expect(part.getByText('Delivered')).toHaveCount(2)
    await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible()
    await part.getByRole('button', { name: 'Remove webhook' }).click()
    const dialog = page.getByRole('dialog', { name: 'Remove webhook' })
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await dialog.getByRole('button', { name: 'Remove webhook' }).click()
    await expect(address).toHaveValue('')
    await expect(part.getByRole('heading', { name: 'Deliveries' })).toHaveCount(0)
  })
})
