import { importWhatBecomes, startImport } from '../../e2e/import-form.ts'
import { signIn } from '../../e2e/sign-in.ts'
import { startReceiver } from '../../lib/webhooks/receiver.fixture.ts'
import { CENTOS, expect, mainSays, type Shot, TOO_SMALL } from './scene.ts'

export const settingsShots: Shot[] = [
  {
    name: 'settings',
    reach: async (page) => {
      await signIn(page, '/settings')
      await expect(page.getByText(/^Answers in/)).toHaveCount(3)
      await page.getByRole('radio', { name: 'Comfortable' }).check({ force: true })
    },
  },
  {
    name: 'settings-webhook',
    reach: async (page, _simulator, files) => {
      const receiver = await startReceiver()
      await signIn(page, '/settings')
      await expect(page.getByText(/^Answers in/)).toHaveCount(3)
      await page.getByLabel('Webhook address').fill(receiver.address)
      await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Save' }).click()
      await mainSays(page, 'shown once. Copy it')
      await page.getByRole('button', { name: 'Send a test' }).click()
      await mainSays(page, /Answered 200/)
      receiver.answerNext({ status: 410 })
      await page.goto('/import')
      await importWhatBecomes(page, files, TOO_SMALL)
      receiver.answerNext({ status: 503 })
      await page.goto('/import')
      await startImport(page, CENTOS)
      await page.goto('/settings')
      await mainSays(page, 'next attempt at')
      await page.getByRole('button', { name: 'Make a new secret' }).click()
      await mainSays(page, 'shown once. Copy it')
      await receiver.stop()
    },
  },
  {
    name: 'settings-errors',
    reach: async (page) => {
      await signIn(page, '/settings')
      await expect(page.getByText(/^Answers in/)).toHaveCount(3)
      await page.route('**/settings', (route) =>
        route.request().method() === 'POST' ? route.abort() : route.fallback(),
      )
      await page.getByRole('switch', { name: 'Automatic configuration' }).uncheck({ force: true })
      await mainSays(page, 'Not saved.')
      await page.getByLabel('Bucket').fill('A')
      await page.getByRole('region', { name: 'Defaults' }).getByRole('button', { name: 'Save' }).click()
      await mainSays(page, 'Check the bucket name')
    },
  },
]
