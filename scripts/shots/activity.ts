import { fillImportForm, jobStatus, submitImport } from '../../e2e/import-form.ts'
import { signIn } from '../../e2e/sign-in.ts'
import { CENTOS, expect, imported, mainSays, type Shot, SUBMIT, settled } from './scene.ts'

export const activityShots: Shot[] = [
  {
    name: 'activity-some',
    reach: async (page, simulator) => {
      await imported(page)
      await page.goto('/import')
      await fillImportForm(page, { ...CENTOS, name: 'rhel76-billing' })
      await simulator.addFault({
        ...SUBMIT,
        status: 403,
        body: { error: { code: 'IMG.0026', message: 'no right' } },
        headers: { 'X-Request-Id': 'f00dcafe0123456789abcdef01234567' },
      })
      await submitImport(page)
      await mainSays(page, 'IMG.0026')
      await page.getByLabel('Image name').fill('ubuntu-18-web')
      await simulator.addFault({ ...SUBMIT, drop: 'before' })
      await submitImport(page)
      await expect(jobStatus(page)).toHaveText('Unconfirmed')
      await page.goto('/activity')
      await mainSays(page, 'Tried to import ubuntu-18-web')
    },
  },
  {
    name: 'activity-record',
    reach: async (page) => {
      await imported(page)
      await page.goto('/import')
      await settled(page)
      await page.getByRole('link', { name: 'Activity' }).click()
      await page
        .getByRole('button', { name: /^Imported/ })
        .first()
        .click()
      await expect(page.getByRole('dialog')).toContainText('Raw record')
    },
  },
  {
    name: 'activity-nothing-matches',
    reach: async (page) => {
      await signIn(page, '/activity?from=2020-01-01&to=2020-01-31')
      await mainSays(page, 'No change matches')
    },
  },
]
