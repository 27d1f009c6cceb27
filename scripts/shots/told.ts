import {
  fillImportForm,
  importWhatBecomes,
  jobStatus,
  startImport,
  submitImport,
} from '../../e2e/import-form.ts'
import { signIn } from '../../e2e/sign-in.ts'
import { CENTOS, expect, mainSays, type Shot, TOO_SMALL } from './scene.ts'

export const toldShots: Shot[] = [
  {
    name: 'job-running-told',
    reach: async (page, simulator) => {
      // A browser without a window blocks them.
      await page.addInitScript(() =>
        Object.defineProperty(Notification, 'permission', { get: () => 'granted' }),
      )
      await signIn(page, '/settings')
      await expect(page.getByText(/^Answers in/)).toHaveCount(3)
      await page.getByLabel('Webhook address').fill('http://127.0.0.1:1/')
      await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Save' }).click()
      await mainSays(page, /Set by/)
      await simulator.setSpeed(1)
      await page.goto('/import')
      await startImport(page, CENTOS)
      await expect(jobStatus(page)).toHaveText('Running')
      await page.getByRole('switch', { name: 'Tell me in this browser' }).check({ force: true })
    },
  },
  {
    name: 'told-toasts',
    reach: async (page, simulator, files) => {
      await signIn(page)
      await expect(page.getByRole('button', { name: /^Notifications/ })).toBeVisible()
      await simulator.setSpeed(30)
      await startImport(page, CENTOS)
      await page.goto('/import')
      files.copy('centos70.qcow2', 'changing/toast.qcow2')
      await fillImportForm(page, { ...CENTOS, name: TOO_SMALL.name, file: 'ims-image:changing/toast.qcow2' })
      await mainSays(page, 'The format is QCOW2')
      files.copy(TOO_SMALL.faulty, 'changing/toast.qcow2')
      await submitImport(page)
      await page.waitForURL(/\/jobs\//)
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Images' }).click()
      await page.waitForURL(/\/images$/)
      await simulator.setSpeed(6000)
      await expect(page.getByRole('alert')).toBeVisible()
      await page.getByText('Import succeeded').hover()
    },
  },
  {
    name: 'told-bell',
    reach: async (page, _simulator, files) => {
      await signIn(page)
      await importWhatBecomes(page, files, TOO_SMALL)
      await page.goto('/import')
      await startImport(page, CENTOS)
      await page.goto('/images')
      const bell = page.getByRole('button', { name: /^Notifications/ })
      await expect(bell).toContainText('new')
      await bell.click()
      await expect(page.getByRole('button', { name: 'Mark all read' })).toBeVisible()
    },
  },
]
