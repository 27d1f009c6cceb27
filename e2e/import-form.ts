import { expect, type Page } from '@playwright/test'
import type { BucketFiles } from './bucket-files.ts'

export type FormValues = {
  type?: 'System disk' | 'Data disk'
  file?: string
  name?: string
  minDisk?: string
  system?: string
}

/** Fills the import form as a person would: types, leaves each field, chooses from lists. */
export async function fillImportForm(page: Page, values: FormValues): Promise<void> {
  await expect(page.locator('form[data-ready]')).toBeVisible()
  const { type, file, name, minDisk, system } = values
  if (type) await page.getByRole('radio', { name: type }).check({ force: true })
  if (file !== undefined) await page.getByLabel('Image file').fill(file)
  if (name !== undefined) await page.getByLabel('Image name').fill(name)
  if (minDisk !== undefined) await page.getByLabel('Minimum disk (GB)').fill(minDisk)
  if (system !== undefined) {
    await page.getByRole('combobox', { name: 'Operating system' }).fill(system)
    await page.getByRole('option', { name: system, exact: true }).click()
  }
}

export async function submitImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import image' }).click()
}

/** Fills in and sends, and waits for the job's page. */
export async function startImport(page: Page, values: FormValues): Promise<void> {
  await fillImportForm(page, values)
  await submitImport(page)
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/)
}

/**
 * Imports a file that becomes another one after it was looked at, so that IMS is the first to see what is wrong: what
 * is known beforehand never gets so far. Ends on the page of the failed job.
 */
export async function importWhatBecomes(
  page: Page,
  files: BucketFiles,
  { name, faulty }: { name: string; faulty: string },
): Promise<void> {
  const key = `changing/${name}.qcow2`
  files.copy('centos70.qcow2', key)
  await fillImportForm(page, {
    file: `ims-image:${key}`,
    name,
    minDisk: '40',
    system: 'Debian GNU/Linux 10.0.0 64bit',
  })
  await expect(page.getByRole('region', { name: 'Preflight' })).toContainText(/40\sGiB/)
  files.copy(faulty, key)
  await submitImport(page)
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/)
  await expect(jobStatus(page)).toHaveText('Failed', { timeout: 30_000 })
}

/** The job's status element. */
export function jobStatus(page: Page) {
  return page
    .getByRole('status')
    .filter({ hasText: /^(Submitting|Queued|Running|Succeeded|Failed|Unconfirmed|Paused)$/ })
}

let named = 0

/** A name no other test of the run has given. */
export function uniqueName(stem: string): string {
  named += 1
  return `${stem}-${process.pid}-${named}`
}
