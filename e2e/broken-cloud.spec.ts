import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import { fillImportForm, jobStatus, startImport, submitImport, uniqueName } from './import-form.ts'

const post = { service: 'ims', method: 'POST', path: '/v2/cloudimages/action' } as const
const getJob = { service: 'ims', method: 'GET', path: '/v1/{project_id}/jobs/{job_id}' } as const
const listImages = { service: 'ims', method: 'GET', path: '/v2/cloudimages' } as const

const UNKNOWN_OUTCOMES = [
  ['an answer that is not JSON', { garble: true }],
  ['an empty 200', { status: 200, body: '' }],
  ['a 500 with HTML', { status: 500, body: '<html><h1>Internal error</h1></html>' }],
  ['a connection dropped half-way', { drop: 'after' }],
] as const

for (const [what, effect] of UNKNOWN_OUTCOMES) {
  test(`${what} to a submit leaves the import unconfirmed, in words, and sends nothing again`, async ({
    page,
    simulator,
  }) => {
    await signIn(page)
    await fillImportForm(page, {
      file: 'ims-image:centos70.qcow2',
      name: uniqueName('unknown'),
      minDisk: '40',
    })
    await simulator.addFault({ ...post, ...effect })
    await submitImport(page)
    await page.waitForURL(/\/jobs\//)
    await expect(jobStatus(page)).toHaveText('Unconfirmed')
    await expect(page.getByRole('main')).toContainText('it is not known whether it took the request')
    await page.reload()
    await expect(jobStatus(page)).toHaveText('Unconfirmed')
    expect(await simulator.count('POST /v2/cloudimages/action')).toBeLessThanOrEqual(1)
  })
}

test('an image that a lost request made is found, taken at the person’s word, and watched to its end', async ({
  page,
  simulator,
}) => {
  await signIn(page)
  const name = uniqueName('lost')
  await fillImportForm(page, { file: 'ims-image:centos70.qcow2', name, minDisk: '40' })
  await simulator.addFault({ ...post, drop: 'after' })
  await submitImport(page)
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Unconfirmed')
  await expect(page.getByRole('main')).toContainText('1 image of this name')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'This is it' }).click()
  await expect(jobStatus(page)).toHaveText('Succeeded')
  await page.waitForURL(/\/images\//)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  expect(await simulator.count('POST /v2/cloudimages/action')).toBe(1)
})

test('a lost request that made nothing is sent again at the person’s word, as an import of its own', async ({
  page,
  simulator,
}) => {
  await signIn(page)
  const name = uniqueName('nothing')
  await fillImportForm(page, { file: 'ims-image:centos70.qcow2', name, minDisk: '40' })
  await simulator.addFault({ ...post, status: 500, body: '<html>no</html>' })
  await submitImport(page)
  await page.waitForURL(/\/jobs\//)
  const lost = page.url()
  await expect(page.getByRole('main')).toContainText(`No image named ${name}`)
  await page.getByRole('button', { name: 'Send again' }).click()
  const question = page.getByRole('dialog', { name: 'Send again' })
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(question).toContainText('This may make a second image')
  await expectNoAxeViolations(page)
  await question.getByRole('button', { name: 'Send again' }).click()
  await page.waitForURL((url) => url.href !== lost && url.pathname.startsWith('/jobs/'))
  await expect(jobStatus(page)).toHaveText('Succeeded')
  await page.goto(lost)
  await expect(jobStatus(page)).toHaveText('Failed')
  expect(await simulator.count('POST /v2/cloudimages/action')).toBe(2)
})

test('a request sent again and refused leads to the reason', async ({ page, simulator }) => {
  await signIn(page)
  await fillImportForm(page, { file: 'ims-image:centos70.qcow2', name: uniqueName('twice'), minDisk: '40' })
  await simulator.addFault({ ...post, status: 500, body: '<html>no</html>' })
  await submitImport(page)
  await page.waitForURL(/\/jobs\//)
  const lost = page.url()
  await simulator.addFault({ ...post, status: 429 })
  await page.getByRole('button', { name: 'Send again' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click()
  await page.waitForURL((url) => url.href !== lost && url.pathname.startsWith('/jobs/'))
  await expect(jobStatus(page)).toHaveText('Failed')
  await expect(page.getByRole('link', { name: 'Fix and import again' })).toBeVisible()
})

test('ten seconds of silence end in an accepted import, for a submit waits longer than a read', async ({
  page,
  simulator,
}) => {
  await signIn(page)
  await fillImportForm(page, { file: 'ims-image:centos70.qcow2', name: uniqueName('slow'), minDisk: '40' })
  await simulator.addFault({ ...post, delayMs: 10_000 })
  await submitImport(page)
  await expect(page.getByRole('button', { name: /Sending to IMS/ })).toBeVisible()
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Succeeded')
  expect(await simulator.count('POST /v2/cloudimages/action')).toBe(1)
})

test('a job IMS no longer knows keeps its last state, with the reason beside it', async ({
  page,
  simulator,
}) => {
  await signIn(page)
  await simulator.setSpeed(1)
  await startImport(page, { file: 'ims-image:centos70.qcow2', name: uniqueName('lost'), minDisk: '40' })
  await expect(jobStatus(page)).toHaveText('Running')
  await simulator.addFault({
    ...getJob,
    times: 1000,
    status: 400,
    body: { error: { code: 'IMG.0023', message: 'unknown job' } },
  })
  await expect(page.getByRole('main')).toContainText('IMG.0023')
  await expect(jobStatus(page)).toHaveText('Running')
  await expectNoAxeViolations(page)
})

const UNREADABLE = [
  ['not JSON', { garble: true }],
  ['a 500 with HTML', { status: 500, body: '<html>no</html>' }],
  ['a dropped connection', { drop: 'before' }],
] as const

for (const [what, effect] of UNREADABLE) {
  test(`the list of images says so when IMS answers with ${what}, and reads again when asked`, async ({
    page,
    simulator,
    pageProblems,
  }) => {
    pageProblems.allowFailedRequest(/\/api\/images/)
    await signIn(page)
    await simulator.addFault({ ...listImages, ...effect, times: 50 })
    await page.goto('/images')
    await expect(page.getByRole('button', { name: /Try again|Read again/ }).first()).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText(/TypeError|at .*\.js|undefined/)
    await simulator.clearFaults()
    await page
      .getByRole('button', { name: /Try again|Read again/ })
      .first()
      .click()
    await expect(page.getByRole('main')).toContainText('neighbour-base-1')
  })
}
