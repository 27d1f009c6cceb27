/** What several pictures begin with. */
import { expect as expectWithin5s, type Page } from '@playwright/test'
import type { BucketFiles } from '../../e2e/bucket-files.ts'
import { fillImportForm, jobStatus, startImport } from '../../e2e/import-form.ts'
import { signIn } from '../../e2e/sign-in.ts'
import type { SimulatorControls } from '../simulator-controls.ts'

export type Shot = {
  name: string
  /** Leads a signed-out page, over a cloud as after a fresh start, to the state. */
  reach: (page: Page, simulator: SimulatorControls, files: BucketFiles) => Promise<void>
}

export const CENTOS = {
  file: 'ims-image:centos70.qcow2',
  name: 'centos-7-web',
  minDisk: '40',
  system: 'CentOS 7.0 64bit',
}
export const DATA_DISK = {
  type: 'Data disk',
  file: 'ims-image:data-volume.qcow2',
  name: 'billing-data',
  minDisk: '20',
} as const
export const TOO_SMALL = { name: 'debian-10-postgres', faulty: 'faulty/virtual-size-80-gb.qcow2' }
export const SUBMIT = { service: 'ims', method: 'POST', path: '/v2/cloudimages/action' } as const
export const LIST = { service: 'ims', method: 'GET', path: '/v2/cloudimages' } as const
export const NOWHERE = '00000000-0000-4000-8000-000000000000'
/** Well-formed, and of no import. */
export const NO_JOB = '0123456789abcdef0123456789abcdef'
export const A_DAY_SECONDS = 25 * 3600
export const A_MINUTE_MS = 60_000

/** Outside its test runner Playwright gives a state five seconds: too few for a watched import. */
export const expect = expectWithin5s.configure({ timeout: 30_000 })

export const settled = (page: Page) => expect(page.locator('form[data-ready]')).toBeVisible()
export const mainSays = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('main')).toContainText(text)

/** Puts the address in and waits for what the file says. */
export async function chooseFile(page: Page, address: string): Promise<void> {
  await fillImportForm(page, { file: address })
  await page.getByLabel('Image file').press('Enter')
  await expect(page.getByText(/\d (problems?|warnings?)|checks are fine|Cannot read/).first()).toBeVisible()
}

export async function someImages(page: Page): Promise<void> {
  await imported(page)
  await page.goto('/import')
  await startImport(page, DATA_DISK)
  await expect(jobStatus(page)).toHaveText('Succeeded')
  await page.goto('/images')
  await mainSays(page, 'billing-data')
  await mainSays(page, /\d images ·/)
}

export async function imported(page: Page): Promise<void> {
  await signIn(page)
  await startImport(page, CENTOS)
  await expect(jobStatus(page)).toHaveText('Succeeded')
}

/** Types a place into the field, and waits for what the list says of it. */
export async function chooseIn(page: Page, place: string): Promise<void> {
  await signIn(page)
  await settled(page)
  await page.getByLabel('Image file').pressSequentially(place)
  await expect(page.getByRole('option', { name: /Back to buckets|Up to/ })).toBeVisible()
  await expect(page.getByRole('listbox', { name: 'Buckets and files' })).toHaveAttribute('aria-busy', 'false')
}

export async function pasteBatch(page: Page): Promise<void> {
  await signIn(page, '/import/batch')
  await expect(page.locator('[data-ready]')).toBeVisible()
  await page.getByText('Paste rows').click()
  await page
    .getByLabel('Rows', { exact: true })
    .fill(
      [
        'Image file,Image name,Minimum disk (GB),Tags,Image type',
        'ims-image:centos70.qcow2,centos-7-web,,owner.web | stage.prod,',
        'ims-image:debian-12-uefi.qcow2,debian-12,,,',
        'ims-image:data-volume.qcow2,debian-12,20,,Data disk',
        'ims-image:build-4412/debian-10-postgres.vhd,debian-10@postgres,40,,',
        'ims-image:faulty/cut-short.qcow2,cut-short,,,',
      ].join('\n'),
    )
  await page.getByRole('button', { name: 'Add rows' }).click()
  await expect(page.getByRole('button', { name: 'Import 3 of 5 images' })).toBeVisible()
}

export async function opened(page: Page): Promise<void> {
  await imported(page)
  await page.waitForURL(/\/images\//)
  await mainSays(page, 'Before first use')
}
