import { signIn } from '../../e2e/sign-in.ts'
import { expect, mainSays, pasteBatch, type Shot, SUBMIT } from './scene.ts'

export const batchShots: Shot[] = [
  {
    name: 'batch-empty',
    reach: async (page) => {
      await signIn(page, '/import/batch')
      await expect(page.locator('[data-ready]')).toBeVisible()
      await page.getByText('Paste rows').click()
    },
  },
  {
    name: 'batch-rows',
    reach: async (page) => {
      await pasteBatch(page)
      await page.getByRole('button', { name: 'More fields, row 4' }).click()
    },
  },
  {
    name: 'batch-picker',
    reach: async (page) => {
      await signIn(page, '/import/batch')
      await expect(page.locator('[data-ready]')).toBeVisible()
      await page.getByRole('button', { name: 'Choose files' }).click()
      const picker = page.getByRole('dialog', { name: 'Choose files' })
      await picker.getByRole('button', { name: /^ims-image/ }).click()
      await picker.getByRole('checkbox', { name: 'centos70.qcow2' }).check()
    },
  },
  {
    name: 'batch-summary',
    reach: async (page, simulator) => {
      await pasteBatch(page)
      await simulator.addFault({
        ...SUBMIT,
        status: 400,
        body: { error: { code: 'IMG.0055', message: 'no' } },
      })
      await page.getByRole('button', { name: /^Import 3 of 5 images/ }).click()
      await page.waitForURL(/batch=/)
      await mainSays(page, '2 succeeded')
    },
  },
]
