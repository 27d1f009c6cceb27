import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import { importWhatBecomes, jobStatus, submitImport, uniqueName } from './import-form.ts'

const FAILURES = [
  { what: 'a disk larger than the minimum disk', file: 'faulty/virtual-size-80-gb.qcow2' },
  { what: 'a file that is no disk at all', file: 'faulty/not-a-disk.qcow2' },
  { what: 'a file compressed with gzip under a qcow2 name', file: 'faulty/compressed-inside.qcow2' },
  { what: 'a disk that needs a backing file', file: 'faulty/backing-file.qcow2' },
] as const

for (const { what, file } of FAILURES) {
  test(`${what} fails with its code, its meaning and what to do`, async ({ page, bucketFiles }) => {
    await signIn(page)
    const name = uniqueName('faulty')
    await importWhatBecomes(page, bucketFiles, { name, faulty: file })
    await expect(page).toHaveTitle(`Failed · ${name} · Slipway`)
    await page.getByRole('main').getByText('Details', { exact: true }).first().click()
    await expect(page.getByRole('main')).toContainText(/IMG\.\d{4}/)
    await expect(page.getByRole('button', { name: 'Copy for support' }).first()).toBeVisible()
  })
}

test('Fix and import again brings back every value and marks the culprit', async ({ page, bucketFiles }) => {
  await signIn(page)
  const name = uniqueName('too-small')
  await importWhatBecomes(page, bucketFiles, { name, faulty: 'faulty/virtual-size-80-gb.qcow2' })
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'Fix and import again' }).click()

  await expect(page.getByLabel('Image name')).toHaveValue(name)
  await expect(page.getByLabel('Image file')).toHaveValue(`ims-image:changing/${name}.qcow2`)
  await expect(page.getByRole('combobox', { name: 'Operating system' })).toHaveValue(
    'Debian GNU/Linux 10.0.0 64bit',
  )
  const minimumDisk = page.getByLabel('Minimum disk (GB)')
  await expect(minimumDisk).toHaveValue('40')
  await expect(minimumDisk).toHaveAttribute('aria-invalid', 'true')
  await expect(minimumDisk).toHaveAccessibleDescription(/IMG\.0055/)

  await page.getByRole('button', { name: 'Use 80' }).click()
  await expect(minimumDisk).toHaveValue('80')
  await submitImport(page)
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/)
  await expect(jobStatus(page)).toHaveText('Succeeded')
})
