import { fillImportForm, importWhatBecomes, submitImport } from '../../e2e/import-form.ts'
import { signIn } from '../../e2e/sign-in.ts'
import { CENTOS, DATA_DISK, expect, mainSays, type Shot, settled, TOO_SMALL } from './scene.ts'

export const importShots: Shot[] = [
  {
    name: 'import-empty',
    reach: async (page) => {
      await signIn(page)
      await settled(page)
    },
  },
  {
    name: 'import-filled',
    reach: async (page) => {
      await signIn(page)
      await fillImportForm(page, CENTOS)
    },
  },
  {
    name: 'import-errors',
    reach: async (page) => {
      await signIn(page)
      await fillImportForm(page, { name: 'web@7', minDisk: '4000' })
      await submitImport(page)
      await expect(page.getByRole('alert').first()).toBeVisible()
    },
  },
  {
    name: 'import-refused',
    reach: async (page, _simulator, files) => {
      await signIn(page)
      files.copy('centos70.qcow2', 'gone.qcow2')
      await fillImportForm(page, { ...CENTOS, file: 'ims-image:gone.qcow2' })
      await mainSays(page, 'The format is QCOW2')
      files.remove('gone.qcow2')
      await submitImport(page)
      await mainSays(page, 'IMG.0121')
    },
  },
  {
    name: 'import-advanced',
    reach: async (page) => {
      await signIn(page)
      await fillImportForm(page, CENTOS)
      await page.getByRole('button', { name: 'Advanced' }).click()
    },
  },
  {
    name: 'import-data-disk',
    reach: async (page) => {
      await signIn(page)
      await fillImportForm(page, DATA_DISK)
    },
  },
  {
    name: 'import-again-after-failure',
    reach: async (page, _simulator, files) => {
      await signIn(page)
      await importWhatBecomes(page, files, TOO_SMALL)
      await page.getByRole('link', { name: 'Fix and import again' }).click()
      await expect(page.getByLabel('Minimum disk (GB)')).toHaveAttribute('aria-invalid', 'true')
    },
  },
]
