/** Every page and state that `npm run shots` takes a picture of, and how a person gets there. */
import { gzipSync } from 'node:zlib'
import { expect as expectWithin5s, type Page } from '@playwright/test'
import type { BucketFiles } from '../e2e/bucket-files.ts'
import {
  fillImportForm,
  importWhatBecomes,
  jobStatus,
  startImport,
  submitImport,
} from '../e2e/import-form.ts'
import { importElsewhere } from '../e2e/other-tool.ts'
import { signIn, submitSignIn } from '../e2e/sign-in.ts'
import { startReceiver } from '../lib/webhooks/receiver.fixture.ts'
import type { SimulatorControls } from './simulator-controls.ts'

export type Shot = {
  name: string
  /** Leads a signed-out page, over a cloud as after a fresh start, to the state. */
  reach: (page: Page, simulator: SimulatorControls, files: BucketFiles) => Promise<void>
}

const CENTOS = {
  file: 'ims-image:centos70.qcow2',
  name: 'centos-7-web',
  minDisk: '40',
  system: 'CentOS 7.0 64bit',
}
const DATA_DISK = {
  type: 'Data disk',
  file: 'ims-image:data-volume.qcow2',
  name: 'billing-data',
  minDisk: '20',
} as const
const TOO_SMALL = { name: 'debian-10-postgres', faulty: 'faulty/virtual-size-80-gb.qcow2' }
const SUBMIT = { service: 'ims', method: 'POST', path: '/v2/cloudimages/action' } as const
const LIST = { service: 'ims', method: 'GET', path: '/v2/cloudimages' } as const
const NOWHERE = '00000000-0000-4000-8000-000000000000'
/** Well-formed, and of no import. */
const NO_JOB = '0123456789abcdef0123456789abcdef'
const A_DAY_SECONDS = 25 * 3600
const A_MINUTE_MS = 60_000

/** Outside its test runner Playwright gives a state five seconds: too few for a watched import. */
const expect = expectWithin5s.configure({ timeout: 30_000 })

const settled = (page: Page) => expect(page.locator('form[data-ready]')).toBeVisible()
const mainSays = (page: Page, text: string | RegExp) => expect(page.getByRole('main')).toContainText(text)

/** Puts the address in and waits for what the file says. */
async function chooseFile(page: Page, address: string): Promise<void> {
  await fillImportForm(page, { file: address })
  await page.getByLabel('Image file').press('Enter')
  await expect(page.getByText(/\d (problems?|warnings?)|checks are fine|Cannot read/).first()).toBeVisible()
}

async function someImages(page: Page): Promise<void> {
  await imported(page)
  await page.goto('/import')
  await startImport(page, DATA_DISK)
  await expect(jobStatus(page)).toHaveText('Succeeded')
  await page.goto('/images')
  await mainSays(page, 'billing-data')
  await mainSays(page, /\d images ·/)
}

async function imported(page: Page): Promise<void> {
  await signIn(page)
  await startImport(page, CENTOS)
  await expect(jobStatus(page)).toHaveText('Succeeded')
}

/** Types a place into the field, and waits for what the list says of it. */
async function chooseIn(page: Page, place: string): Promise<void> {
  await signIn(page)
  await settled(page)
  await page.getByLabel('Image file').pressSequentially(place)
  await expect(page.getByRole('option', { name: /Back to buckets|Up to/ })).toBeVisible()
  await expect(page.getByRole('listbox', { name: 'Buckets and files' })).toHaveAttribute('aria-busy', 'false')
}

async function pasteBatch(page: Page): Promise<void> {
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

async function opened(page: Page): Promise<void> {
  await imported(page)
  await page.waitForURL(/\/images\//)
  await mainSays(page, 'Before first use')
}

export const shots: Shot[] = [
  {
    name: 'sign-in-empty',
    reach: async (page) => {
      await page.goto('/sign-in')
      await settled(page)
    },
  },
  {
    name: 'sign-in-errors',
    reach: async (page) => {
      await page.goto('/sign-in')
      await submitSignIn(page, { domain: '', userName: '', password: '', project: '' })
      await expect(page.getByText('Enter the domain.')).toBeVisible()
    },
  },
  {
    name: 'sign-in-wrong-password',
    reach: async (page) => {
      await page.goto('/sign-in')
      await submitSignIn(page, { password: 'wrong' })
      await expect(page.getByText('Domain, user name or password is wrong')).toBeVisible()
    },
  },
  {
    name: 'sign-in-choose-project',
    reach: async (page) => {
      await page.goto('/sign-in')
      await submitSignIn(page, { project: '' })
      await expect(page.getByText('eu-de_lab')).toBeVisible()
    },
  },
  {
    name: 'import-empty',
    reach: async (page) => {
      await signIn(page)
      await settled(page)
    },
  },
  {
    name: 'import-filled',
    reach: async (page) => {
      await signIn(page)
      await fillImportForm(page, CENTOS)
    },
  },
  {
    name: 'choose-bucket',
    reach: async (page) => {
      await signIn(page)
      await settled(page)
      await page.getByLabel('Image file').click()
      await expect(page.getByRole('option', { name: /archive-nl/ })).toBeVisible()
      await page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'choose-folder',
    reach: async (page) => {
      await chooseIn(page, 'ims-image:')
      await page.keyboard.press('ArrowDown')
    },
  },
  { name: 'choose-file', reach: (page) => chooseIn(page, 'ims-image:faulty/') },
  { name: 'choose-nothing-matches', reach: (page) => chooseIn(page, 'ims-image:faulty/fedora') },
  { name: 'choose-refused', reach: (page) => chooseIn(page, 'not-yours:') },
  { name: 'choose-elsewhere', reach: (page) => chooseIn(page, 'archive-nl:') },
  {
    name: 'choose-not-read',
    reach: async (page, simulator) => {
      await signIn(page)
      await settled(page)
      await simulator.addFault({ service: 'obs', status: 503, times: 500 })
      await page.getByLabel('Image file').click()
      await expect(page.getByRole('option', { name: 'Try again' })).toBeVisible()
    },
  },
  {
    name: 'choose-reading',
    reach: async (page, simulator) => {
      await signIn(page)
      await settled(page)
      await simulator.addFault({ service: 'obs', delayMs: A_MINUTE_MS, times: 500 })
      await page.getByLabel('Image file').click()
      await mainSays(page, 'Reading the bucket…')
    },
  },
  {
    name: 'import-errors',
    reach: async (page) => {
      await signIn(page)
      await fillImportForm(page, { name: 'web@7', minDisk: '4000' })
      await submitImport(page)
      await expect(page.getByRole('alert').first()).toBeVisible()
    },
  },
  {
    name: 'import-refused',
    reach: async (page, _simulator, files) => {
      await signIn(page)
      files.copy('centos70.qcow2', 'gone.qcow2')
      await fillImportForm(page, { ...CENTOS, file: 'ims-image:gone.qcow2' })
      await mainSays(page, 'The format is QCOW2')
      files.remove('gone.qcow2')
      await submitImport(page)
      await mainSays(page, 'IMG.0121')
    },
  },
  {
    name: 'import-advanced',
    reach: async (page) => {
      await signIn(page)
      await fillImportForm(page, CENTOS)
      await page.getByRole('button', { name: 'Advanced' }).click()
    },
  },
  {
    name: 'import-data-disk',
    reach: async (page) => {
      await signIn(page)
      await fillImportForm(page, DATA_DISK)
    },
  },
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
  {
    name: 'job-running',
    reach: async (page, simulator) => {
      await signIn(page)
      await simulator.setSpeed(1)
      await startImport(page, CENTOS)
      await expect(jobStatus(page)).toHaveText('Running')
    },
  },
  {
    name: 'job-running-usual-time',
    reach: async (page, simulator) => {
      await signIn(page)
      for (const name of ['web-1', 'web-2', 'web-3']) {
        await startImport(page, { ...CENTOS, name })
        await expect(jobStatus(page)).toHaveText('Succeeded')
        await page.goto('/import')
      }
      await simulator.setSpeed(1)
      await startImport(page, { ...CENTOS, name: 'web-4' })
      await expect(jobStatus(page)).toHaveText('Running')
      await mainSays(page, 'Based on')
    },
  },
  {
    name: 'job-succeeded',
    reach: async (page) => {
      await imported(page)
      const stay = page.getByRole('button', { name: 'Stay here' })
      await stay.click()
    },
  },
  {
    name: 'job-failed',
    reach: async (page, _simulator, files) => {
      await signIn(page)
      await importWhatBecomes(page, files, TOO_SMALL)
    },
  },
  {
    name: 'import-again-after-failure',
    reach: async (page, _simulator, files) => {
      await signIn(page)
      await importWhatBecomes(page, files, TOO_SMALL)
      await page.getByRole('link', { name: 'Fix and import again' }).click()
      await expect(page.getByLabel('Minimum disk (GB)')).toHaveAttribute('aria-invalid', 'true')
    },
  },
  {
    name: 'job-unconfirmed',
    reach: async (page, simulator) => {
      await signIn(page)
      await fillImportForm(page, CENTOS)
      await simulator.addFault({ ...SUBMIT, drop: 'after' })
      await submitImport(page)
      await page.waitForURL(/\/jobs\//)
      await expect(jobStatus(page)).toHaveText('Unconfirmed')
      await mainSays(page, '1 image of this name')
    },
  },
  {
    name: 'job-unconfirmed-nothing-found',
    reach: async (page, simulator) => {
      await signIn(page)
      await fillImportForm(page, CENTOS)
      await simulator.addFault({ ...SUBMIT, status: 500, body: '<html>no</html>' })
      await submitImport(page)
      await page.waitForURL(/\/jobs\//)
      await mainSays(page, 'No image named')
      await page.getByRole('button', { name: 'Send again' }).click()
    },
  },
  {
    name: 'job-preflight',
    reach: async (page) => {
      await imported(page)
      await page.getByRole('button', { name: 'Stay here' }).click()
      await page.getByRole('tab', { name: /Preflight/ }).click()
    },
  },
  {
    name: 'job-not-found',
    reach: async (page) => {
      await signIn(page)
      await page.goto(`/jobs/${NOWHERE}`)
      await mainSays(page, 'No job with this id')
    },
  },
  { name: 'image-active', reach: opened },
  {
    name: 'image-json',
    reach: async (page) => {
      await opened(page)
      await page.getByRole('tab', { name: 'JSON' }).click()
      await mainSays(page, '"__os_version"')
    },
  },
  {
    name: 'image-importing',
    reach: async (page, simulator) => {
      await signIn(page)
      await simulator.setSpeed(30)
      await startImport(page, { ...CENTOS, name: 'still-importing' })
      await expect(jobStatus(page)).toHaveText('Running')
      await page.goto('/images')
      await page.getByRole('link', { name: 'still-importing' }).click()
      await mainSays(page, 'Still being imported')
      await simulator.setSpeed(1)
    },
  },
  {
    name: 'image-not-found',
    reach: async (page) => {
      await signIn(page)
      await page.goto(`/images/${NOWHERE}`)
      await mainSays(page, 'No image with this id')
    },
  },
  {
    name: 'jobs-some',
    reach: async (page, simulator, files) => {
      await signIn(page)
      await importWhatBecomes(page, files, TOO_SMALL)
      await simulator.setSpeed(1)
      await page.goto('/import')
      await startImport(page, { ...CENTOS, name: 'ubuntu-18-web' })
      await expect(jobStatus(page)).toHaveText('Running')
      await page.goto('/jobs')
      await mainSays(page, 'ubuntu-18-web')
    },
  },
  {
    name: 'jobs-row-menu',
    reach: async (page, _simulator, files) => {
      await signIn(page)
      await importWhatBecomes(page, files, TOO_SMALL)
      await page.goto('/jobs')
      const actions = page.getByRole('button', { name: 'Actions for debian-10-postgres' }).first()
      // A phone's card has none: all of it is the link.
      if (!(await actions.isVisible())) return
      await actions.click()
      await expect(page.getByRole('menuitem', { name: 'Import again' })).toBeVisible()
    },
  },
  {
    name: 'jobs-filtered',
    reach: async (page) => {
      await imported(page)
      await page.goto('/jobs?mine=1&from=2026-11-01&to=2126-11-01&zone=UTC')
      await page.getByRole('button', { name: /^Date/ }).click()
      await expect(page.getByRole('dialog', { name: 'Date' })).toBeVisible()
    },
  },
  {
    name: 'jobs-none-match',
    reach: async (page) => {
      await imported(page)
      await page.goto('/jobs?q=nothing-of-that-name')
      await mainSays(page, 'No job matches.')
    },
  },
  {
    name: 'jobs-new',
    reach: async (page, simulator) => {
      await imported(page)
      await page.goto('/jobs')
      const other = await page.context().newPage()
      await other.goto('/import')
      await simulator.setSpeed(1)
      await startImport(other, { ...CENTOS, name: 'ubuntu-18-web' })
      await other.close()
      await page.bringToFront()
      await page.getByRole('button', { name: 'Read again' }).click()
      await expect(page.getByRole('main').getByRole('button', { name: '1 new' })).toBeVisible()
    },
  },
  {
    name: 'jobs-watch',
    reach: async (page) => {
      await imported(page)
      await page.goto('/jobs')
      await page.getByRole('button', { name: 'Watch a job by id' }).click()
      const dialog = page.getByRole('dialog', { name: 'Watch a job by id' })
      await dialog.getByLabel('Job id').fill(NO_JOB)
      await dialog.getByRole('button', { name: 'Watch job' }).click()
      await expect(dialog.getByText(/IMS knows no job/)).toBeVisible()
    },
  },
  {
    name: 'job-added',
    reach: async (page, simulator) => {
      await signIn(page)
      await simulator.setSpeed(1)
      const imsJobId = await importElsewhere(simulator.iamAddress, 'from-terraform')
      await page.goto('/jobs')
      await page.getByRole('button', { name: 'Watch a job by id' }).click()
      await page.getByLabel('Job id').fill(imsJobId)
      await page.getByRole('button', { name: 'Watch job' }).click()
      await mainSays(page, 'its request is not known')
    },
  },
  {
    name: 'jobs-empty',
    reach: async (page) => {
      await signIn(page, '/jobs', { project: 'eu-de_lab' })
      await mainSays(page, 'No imports yet')
    },
  },
  {
    name: 'images-some',
    reach: someImages,
  },
  {
    name: 'images-filter',
    reach: async (page) => {
      await someImages(page)
      await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Status' }).click()
      await expect(page.getByRole('dialog', { name: 'Status' })).toBeVisible()
    },
  },
  {
    name: 'images-filtered-empty',
    reach: async (page) => {
      await someImages(page)
      await page.getByRole('searchbox', { name: 'Name, id or tag' }).fill('of no image')
      await mainSays(page, 'No image matches.')
    },
  },
  {
    name: 'images-columns',
    reach: async (page) => {
      await someImages(page)
      await page.getByRole('button', { name: 'Columns' }).click()
      await expect(page.getByRole('dialog', { name: 'Columns' })).toBeVisible()
    },
  },
  {
    name: 'images-selected',
    reach: async (page) => {
      await someImages(page)
      await page.getByRole('checkbox', { name: /^Select all/ }).click()
      await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible()
    },
  },
  {
    name: 'images-delete',
    reach: async (page) => {
      await someImages(page)
      await page.getByRole('checkbox', { name: /^Select all/ }).click()
      await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Delete' }).click()
      await expect(page.getByRole('dialog')).toContainText('are not deleted')
    },
  },
  {
    name: 'images-deleted-in-part',
    reach: async (page, simulator) => {
      await someImages(page)
      await page.getByRole('searchbox', { name: 'Name, id or tag' }).fill('i')
      await page.getByRole('checkbox', { name: /^Select all/ }).click()
      await simulator.addFault({
        service: 'ims',
        method: 'DELETE',
        path: '/v2/images/{image_id}',
        status: 409,
        body: { error_code: 'IMG.0090', error_msg: 'The image is being created.' },
      })
      await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Delete' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(/to confirm$/).fill('delete 2 images')
      await dialog.getByLabel(/to confirm$/).press('Enter')
      await expect(dialog).toContainText('1 refused')
    },
  },
  {
    name: 'images-rest-not-read',
    reach: async (page, simulator) => {
      await someImages(page)
      await simulator.addFault({ ...LIST, delayMs: 1 })
      await simulator.addFault({ ...LIST, status: 403, times: 50 })
      await page.reload()
      await mainSays(page, 'Not all images are here.')
    },
  },
  {
    name: 'images-empty',
    reach: async (page) => {
      await signIn(page, '/images', { project: 'eu-de_lab' })
      await mainSays(page, 'No images yet')
    },
  },
  {
    name: 'images-not-read',
    reach: async (page, simulator) => {
      await signIn(page)
      await simulator.addFault({
        service: 'ims',
        method: 'GET',
        path: '/v2/cloudimages',
        status: 503,
        times: 50,
      })
      await page.goto('/images')
      await expect(page.getByRole('button', { name: /Try again|Read again/ }).first()).toBeVisible()
    },
  },
  {
    name: 'batch-empty',
    reach: async (page) => {
      await signIn(page, '/import/batch')
      await expect(page.locator('[data-ready]')).toBeVisible()
      await page.getByText('Paste rows').click()
    },
  },
  {
    name: 'batch-rows',
    reach: async (page) => {
      await pasteBatch(page)
      await page.getByRole('button', { name: 'More fields, row 4' }).click()
    },
  },
  {
    name: 'batch-picker',
    reach: async (page) => {
      await signIn(page, '/import/batch')
      await expect(page.locator('[data-ready]')).toBeVisible()
      await page.getByRole('button', { name: 'Choose files' }).click()
      const picker = page.getByRole('dialog', { name: 'Choose files' })
      await picker.getByRole('button', { name: /^ims-image/ }).click()
      await picker.getByRole('checkbox', { name: 'centos70.qcow2' }).check()
    },
  },
  {
    name: 'batch-summary',
    reach: async (page, simulator) => {
      await pasteBatch(page)
      await simulator.addFault({
        ...SUBMIT,
        status: 400,
        body: { error: { code: 'IMG.0055', message: 'no' } },
      })
      await page.getByRole('button', { name: /^Import 3 of 5 images/ }).click()
      await page.waitForURL(/batch=/)
      await mainSays(page, '2 succeeded')
    },
  },
  {
    name: 'job-waiting',
    reach: async (page, simulator) => {
      await signIn(page)
      await fillImportForm(page, CENTOS)
      await simulator.addFault({
        ...SUBMIT,
        times: 2,
        status: 400,
        body: { error: { code: 'IMG.0060', message: 'Already 40 tasks are running.' } },
        headers: { 'Retry-After': '600' },
      })
      await submitImport(page)
      await page.getByRole('button', { name: 'Send when one ends' }).click()
      await page.waitForURL(/\/jobs\//)
      await mainSays(page, 'Not sent yet')
    },
  },
  {
    name: 'activity-some',
    reach: async (page, simulator) => {
      await imported(page)
      await page.goto('/import')
      await fillImportForm(page, { ...CENTOS, name: 'rhel76-billing' })
      await simulator.addFault({
        ...SUBMIT,
        status: 403,
        body: { error: { code: 'IMG.0026', message: 'no right' } },
        headers: { 'X-Request-Id': 'f00dcafe0123456789abcdef01234567' },
      })
      await submitImport(page)
      await mainSays(page, 'IMG.0026')
      await page.getByLabel('Image name').fill('ubuntu-18-web')
      await simulator.addFault({ ...SUBMIT, drop: 'before' })
      await submitImport(page)
      await expect(jobStatus(page)).toHaveText('Unconfirmed')
      await page.goto('/activity')
      await mainSays(page, 'Tried to import ubuntu-18-web')
    },
  },
  {
    name: 'activity-record',
    reach: async (page) => {
      await imported(page)
      await page.goto('/import')
      await settled(page)
      await page.getByRole('link', { name: 'Activity' }).click()
      await page
        .getByRole('button', { name: /^Imported/ })
        .first()
        .click()
      await expect(page.getByRole('dialog')).toContainText('Raw record')
    },
  },
  {
    name: 'activity-nothing-matches',
    reach: async (page) => {
      await signIn(page, '/activity?from=2020-01-01&to=2020-01-31')
      await mainSays(page, 'No change matches')
    },
  },
  {
    name: 'settings',
    reach: async (page) => {
      await signIn(page, '/settings')
      await expect(page.getByText(/^Answers in/)).toHaveCount(3)
      await page.getByRole('radio', { name: 'Comfortable' }).check({ force: true })
    },
  },
  {
    name: 'settings-webhook',
    reach: async (page, _simulator, files) => {
      const receiver = await startReceiver()
      await signIn(page, '/settings')
      await expect(page.getByText(/^Answers in/)).toHaveCount(3)
      await page.getByLabel('Webhook address').fill(receiver.address)
      await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Save' }).click()
      await mainSays(page, 'shown once. Copy it')
      await page.getByRole('button', { name: 'Send a test' }).click()
      await mainSays(page, /Answered 200/)
      receiver.answerNext({ status: 410 })
      await page.goto('/import')
      await importWhatBecomes(page, files, TOO_SMALL)
      receiver.answerNext({ status: 503 })
      await page.goto('/import')
      await startImport(page, CENTOS)
      await page.goto('/settings')
      await mainSays(page, 'next attempt at')
      await page.getByRole('button', { name: 'Make a new secret' }).click()
      await mainSays(page, 'shown once. Copy it')
      await receiver.stop()
    },
  },
  {
    name: 'job-running-told',
    reach: async (page, simulator) => {
      // A browser without a window blocks them.
      await page.addInitScript(() =>
        Object.defineProperty(Notification, 'permission', { get: () => 'granted' }),
      )
      await signIn(page, '/settings')
      await expect(page.getByText(/^Answers in/)).toHaveCount(3)
      await page.getByLabel('Webhook address').fill('http://127.0.0.1:1/')
      await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Save' }).click()
      await mainSays(page, /Set by/)
      await simulator.setSpeed(1)
      await page.goto('/import')
      await startImport(page, CENTOS)
      await expect(jobStatus(page)).toHaveText('Running')
      await page.getByRole('switch', { name: 'Tell me in this browser' }).check({ force: true })
    },
  },
  {
    name: 'told-toasts',
    reach: async (page, simulator, files) => {
      await signIn(page)
      await expect(page.getByRole('button', { name: /^Notifications/ })).toBeVisible()
      await simulator.setSpeed(30)
      await startImport(page, CENTOS)
      await page.goto('/import')
      files.copy('centos70.qcow2', 'changing/toast.qcow2')
      await fillImportForm(page, { ...CENTOS, name: TOO_SMALL.name, file: 'ims-image:changing/toast.qcow2' })
      await mainSays(page, 'The format is QCOW2')
      files.copy(TOO_SMALL.faulty, 'changing/toast.qcow2')
      await submitImport(page)
      await page.waitForURL(/\/jobs\//)
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Images' }).click()
      await page.waitForURL(/\/images$/)
      await simulator.setSpeed(6000)
      await expect(page.getByRole('alert')).toBeVisible()
      await page.getByText('Import succeeded').hover()
    },
  },
  {
    name: 'told-bell',
    reach: async (page, _simulator, files) => {
      await signIn(page)
      await importWhatBecomes(page, files, TOO_SMALL)
      await page.goto('/import')
      await startImport(page, CENTOS)
      await page.goto('/images')
      const bell = page.getByRole('button', { name: /^Notifications/ })
      await expect(bell).toContainText('new')
      await bell.click()
      await expect(page.getByRole('button', { name: 'Mark all read' })).toBeVisible()
    },
  },
  {
    name: 'settings-errors',
    reach: async (page) => {
      await signIn(page, '/settings')
      await expect(page.getByText(/^Answers in/)).toHaveCount(3)
      await page.route('**/settings', (route) =>
        route.request().method() === 'POST' ? route.abort() : route.fallback(),
      )
      await page.getByRole('switch', { name: 'Automatic configuration' }).uncheck({ force: true })
      await mainSays(page, 'Not saved.')
      await page.getByLabel('Bucket').fill('A')
      await page.getByRole('region', { name: 'Defaults' }).getByRole('button', { name: 'Save' }).click()
      await mainSays(page, 'Check the bucket name')
    },
  },
  {
    name: 'session-ended',
    reach: async (page, simulator) => {
      await signIn(page)
      await fillImportForm(page, CENTOS)
      await simulator.advanceSeconds(A_DAY_SECONDS)
      await submitImport(page)
      await expect(page.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible()
    },
  },
]
