import { expect, signIn, test } from './fixtures.ts'
import { fillImportForm, submitImport } from './import-form.ts'

const MEGABYTE = 'x'.repeat(2 ** 20)

/** What each field says to what it cannot take, beside itself and in the summary. */
const REFUSED = [
  ['Image name', '', /Enter an image name/],
  ['Image name', 'a'.repeat(129), /Use at most 128 characters \(now 129\)/],
  ['Image name', 'web@home', /Remove the @/],
  ['Image name', 'disk 🚀', /Remove the 🚀/],
  ['Image name', 'web\u200fbase', /right-to-left mark \(U\+200F\)/],
  ['Image name', MEGABYTE, /Use at most 128 characters \(now 1048576\)/],
  ['Image name', '<script>alert(1)</script>', /Remove the </],
  ['Image file', '', /Choose an image file/],
  ['Image file', 'ims-image:a b.qcow2', /spaces/],
  ['Image file', 'ims-image:../../etc/passwd', /\.\./],
  ['Image file', 'UPPER:x.qcow2', /bucket/i],
  ['Image file', `ims-image:${'k'.repeat(1025)}`, /1024/],
  ['Minimum disk (GB)', '', /Enter a whole number of GB/],
  ['Minimum disk (GB)', '0', /Enter 1 or more/],
  ['Minimum disk (GB)', '1025', /Enter 1024 or less/],
  ['Description', 'a'.repeat(1025), /Use at most 1024 characters \(now 1025\)/],
  ['Description', '<b>', /Remove < >/],
] as const

test('every field says what it cannot take, and keeps it', async ({ page }) => {
  await signIn(page)
  await fillImportForm(page, {})
  for (const [label, value, sentence] of REFUSED) {
    const field = page.getByLabel(label)
    await field.fill(value)
    await field.blur()
    await expect(field, `${label}: ${value.slice(0, 40)}`).toHaveAccessibleDescription(sentence)
    await expect(field).toHaveAttribute('aria-invalid', 'true')
  }
})

test('a message goes away while typing as soon as the value is mended', async ({ page }) => {
  await signIn(page)
  await fillImportForm(page, { name: 'web@' })
  const field = page.getByLabel('Image name')
  await field.blur()
  await expect(field).toHaveAccessibleDescription(/Remove the @/)
  await field.press('End')
  await field.press('Backspace')
  await expect(field).not.toHaveAccessibleDescription(/Remove/)
})

test('blanks around a value are dropped, and a pasted address becomes bucket:key', async ({ page }) => {
  await signIn(page)
  await fillImportForm(page, {
    file: '  https://ims-image.obs.eu-de.otc.t-systems.com/build-4412/debian-10-postgres.vhd?x=1 ',
  })
  await page.getByLabel('Image file').blur()
  await expect(page.getByLabel('Image file')).toHaveValue('ims-image:build-4412/debian-10-postgres.vhd')
  await expect(page.getByLabel('Image name')).toHaveValue('debian-10-postgres')
})

test('the summary gathers the problems, takes focus and leads to each field', async ({ page }) => {
  await signIn(page)
  await fillImportForm(page, { name: '' })
  await submitImport(page)
  const summary = page.getByRole('alert').filter({ hasText: /There are 3 problems/ })
  await expect(summary).toBeFocused()
  await expect(page).toHaveTitle(/^Error:/)
  await summary.getByRole('link', { name: /Choose an image file/ }).click()
  await expect(page.getByLabel('Image file')).toBeFocused()
})

test('several tags are pasted at once, and removed one by one', async ({ page }) => {
  await signIn(page)
  await fillImportForm(page, {})
  const tags = page.getByLabel('Tags')
  await tags.fill('team.web, build=4412, solo,')
  for (const tag of ['team.web', 'build=4412', 'solo']) {
    await expect(page.getByRole('button', { name: `Remove ${tag}` })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Remove solo' }).click()
  await expect(page.getByRole('button', { name: 'Remove solo' })).toHaveCount(0)
  await tags.fill('b@d.v/alue,')
  await tags.blur()
  await expect(tags).toHaveAttribute('aria-invalid', 'true')
})
