/** IMS takes forty imports of a project at once: what it has no room for can wait in the console's own queue. */
import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import { fillImportForm, jobStatus, submitImport } from './import-form.ts'

const CREATE = 'POST /v2/cloudimages/action'
const fullFor = (times: number, seconds: number) =>
  ({
    service: 'ims',
    method: 'POST',
    path: '/v2/cloudimages/action',
    times,
    status: 400,
    body: { error: { code: 'IMG.0060', message: 'Already 40 tasks are running.' } },
    headers: { 'Retry-After': String(seconds) },
  }) as const

test('a full project offers to wait, and the import is sent once there is room', async ({
  page,
  simulator,
}) => {
  await signIn(page)
  await fillImportForm(page, { file: 'ims-image:centos70.qcow2', name: 'waits-for-room', minDisk: '40' })
  // The form’s own attempt, and the first from the queue.
  await simulator.addFault(fullFor(2, 3))
  await submitImport(page)
  await expect(page.getByText('IMS is busy with too many tasks of this project')).toBeVisible()
  await page.getByRole('button', { name: 'Send when one ends' }).click()
  await page.waitForURL(/\/jobs\//)
  await expect(page.getByText(/^Not sent yet\./)).toBeVisible()
  await expect(jobStatus(page)).toHaveText('Queued')
  await expectNoAxeViolations(page)
  await expect(jobStatus(page)).toHaveText('Succeeded', { timeout: 60_000 })
  // A refusal by a fault does not count as one that IMS took.
  expect(await simulator.count(CREATE)).toBeGreaterThanOrEqual(1)
  expect((await simulator.state()).images.filter(({ name }) => name === 'waits-for-room')).toHaveLength(1)
})

test('what waits can be taken out, and is never sent', async ({ page, simulator }) => {
  await signIn(page)
  await fillImportForm(page, { file: 'ims-image:centos70.qcow2', name: 'taken-out', minDisk: '40' })
  await simulator.addFault(fullFor(2, 600))
  await submitImport(page)
  await page.getByRole('button', { name: 'Send when one ends' }).click()
  await page.waitForURL(/\/jobs\//)
  await page.getByRole('button', { name: 'Take it out' }).click()
  await expect(jobStatus(page)).toHaveText('Failed')
  await expect(page.getByText('Not sent: taken out by you')).toBeVisible()
  await expectNoAxeViolations(page)
  expect((await simulator.state()).images.filter(({ name }) => name === 'taken-out')).toHaveLength(0)
})
