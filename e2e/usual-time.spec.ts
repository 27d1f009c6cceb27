import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import { jobStatus, startImport, uniqueName } from './import-form.ts'

test('after three like imports a running one says when it is likely to finish, and on what ground', async ({
  page,
  simulator,
}) => {
  await signIn(page)
  for (let finished = 0; finished < 3; finished += 1) {
    await startImport(page, { file: 'ims-image:centos70.qcow2', name: uniqueName('like'), minDisk: '40' })
    await expect(jobStatus(page)).toHaveText('Succeeded')
    await page.goto('/import')
  }
  await simulator.setSpeed(1)
  await startImport(page, { file: 'ims-image:centos70.qcow2', name: uniqueName('next'), minDisk: '40' })
  const main = page.getByRole('main')
  await expect(main).toContainText(/Based on \d+ finished QCOW2 imports of less than 1\sGiB in this project/)
  await expect(main).toContainText('Likely to finish')
  await expect(page.getByRole('img', { name: /of usually/ })).toBeVisible()
  await expect(main).toContainText('17 of 18 checks are fine')
  await expectNoAxeViolations(page)
})
