import { expect, test } from './fixtures.ts'
import { jobStatus, uniqueName } from './import-form.ts'

test('from the sign-in page to the image without a mouse', async ({ page }) => {
  const { keyboard } = page
  const name = uniqueName('keyboard')
  await page.goto('/sign-in')
  await expect(page.locator('form[data-ready]')).toBeVisible()
  await expect(page.getByLabel('Domain')).toBeFocused()
  await keyboard.type('DEMO')
  await keyboard.press('Tab')
  await keyboard.type('demo')
  await keyboard.press('Tab')
  await keyboard.type('demo-password')
  for (
    let n = 0;
    n < 4 && !(await page.getByLabel('Project').evaluate((el) => el === document.activeElement));
    n++
  )
    await keyboard.press('Tab')
  await keyboard.type('eu-de_demo')
  await keyboard.press('Enter')
  await page.waitForURL(/\/import$/)

  await page.reload()
  await expect(page.locator('form[data-ready]')).toBeVisible()
  await keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await keyboard.press('Enter')
  await tabTo('Image file')
  await keyboard.type('ims-image:centos70.qcow2')
  await tabTo('Image name')
  await keyboard.press('Control+A')
  await keyboard.type(name)
  await tabTo('Operating system')
  await keyboard.type('CentOS 7.0')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await tabTo('Minimum disk (GB)')
  await keyboard.type('40')
  await keyboard.press('ArrowUp')
  await expect(page.getByLabel('Minimum disk (GB)')).toHaveValue('41')
  await keyboard.press('Control+Enter')

  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Succeeded')
  await page.waitForURL(/\/images\//)
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused()

  async function tabTo(label: string) {
    const field = page
      .getByRole('textbox', { name: label, exact: true })
      .or(page.getByRole('combobox', { name: label, exact: true }))
      .or(page.getByRole('spinbutton', { name: label, exact: true }))
    for (let n = 0; n < 25; n++) {
      if (await field.evaluate((element) => element === document.activeElement)) return
      await keyboard.press('Tab')
    }
    throw new Error(`Tab never reached ${label}`)
  }
})
