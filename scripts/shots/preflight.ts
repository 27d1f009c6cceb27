import { gzipSync } from 'node:zlib'
import { fillImportForm } from '../../e2e/import-form.ts'
import { signIn } from '../../e2e/sign-in.ts'
import { chooseFile, expect, type Shot } from './scene.ts'

export const preflightShots: Shot[] = [
  {
    name: 'preflight-problem-and-warning',
    reach: async (page) => {
      await signIn(page)
      await fillImportForm(page, {
        file: 'ims-image:build-4412/debian-10-postgres.vhd',
        name: 'debian-10-postgres',
        minDisk: '40',
      })
      await page.getByRole('radio', { name: 'UEFI' }).check({ force: true })
      await expect(page.getByRole('heading', { name: 'Minimum disk is 1 GB too small' })).toBeVisible()
    },
  },
  {
    name: 'preflight-all-fine',
    reach: async (page) => {
      await signIn(page)
      await chooseFile(page, 'ims-image:debian-12-uefi.qcow2')
      await page.getByText(/more fine/).click()
    },
  },
  {
    name: 'preflight-details',
    reach: async (page) => {
      await signIn(page)
      await chooseFile(page, 'ims-image:faulty/backing-file.qcow2')
      await page.getByRole('article').getByText('Details').first().click()
      await page.getByLabel(/Send it anyway/).check()
    },
  },
  {
    name: 'preflight-archive',
    reach: async (page) => {
      await signIn(page)
      await chooseFile(page, 'ims-image:faulty/appliance.ova')
    },
  },
  {
    name: 'preflight-cannot-read',
    reach: async (page) => {
      await signIn(page)
      await chooseFile(page, 'ims-image:no-such.qcow2')
    },
  },
  {
    name: 'preflight-local-file',
    reach: async (page) => {
      await signIn(page)
      await page.getByLabel('Check a file on this computer').setInputFiles({
        name: 'notes.qcow2.gz',
        mimeType: 'application/gzip',
        buffer: gzipSync('not a disk'),
      })
      await expect(page.getByText('On this computer, not in the form.')).toBeVisible()
    },
  },
]
