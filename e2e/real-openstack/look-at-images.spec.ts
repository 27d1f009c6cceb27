import { expect, expectNoAxeViolations, signIn, test, WITHOUT_OPENSTACK } from './fixtures.ts'
import { IMPORTER } from './real-cloud.ts'

test.skip(...WITHOUT_OPENSTACK)

test('images of Glance are listed, the newest first, and each has its page', async ({ page, cloud }) => {
  cloud.seed(40)
  const id = await cloud.makeImage('look-plain', { os_distro: 'cirros', os_version: '0.6.2', min_disk: 3 })
  await signIn(page, '/images', IMPORTER)
  const row = page.getByRole('row').nth(1)
  await expect(row).toContainText('look-plain')
  await expect(row).toContainText('Active')
  await expect(row).toContainText('cirros 0.6.2')
  await expect(row).toContainText('3 GB')
  await expect(row).toContainText('4\u00a0KiB')
  await expectNoAxeViolations(page)

  await row.getByRole('link', { name: 'look-plain' }).click()
  await expect(page).toHaveURL(new RegExp(`/images/${id}$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('look-plain')
  await expect(page.getByRole('main')).toContainText(cloud.projectIds.console)
  await expectNoAxeViolations(page)
})

test('an image that Glance does not have is told from one that it does', async ({ page, pageProblems }) => {
  pageProblems.allowFailedRequest(/\/images\//)
  await signIn(page, '/images', IMPORTER)
  await page.goto('/images/00000000-0000-4000-8000-000000000000')
  await expect(page.getByRole('main')).toContainText('No image with this id in eu-de_console')
})
