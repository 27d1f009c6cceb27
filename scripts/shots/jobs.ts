import {
  fillImportForm,
  importWhatBecomes,
  jobStatus,
  startImport,
  submitImport,
} from '../../e2e/import-form.ts'
import { importElsewhere } from '../../e2e/other-tool.ts'
import { signIn } from '../../e2e/sign-in.ts'
import { CENTOS, expect, imported, mainSays, NO_JOB, NOWHERE, type Shot, SUBMIT, TOO_SMALL } from './scene.ts'

export const jobsShots: Shot[] = [
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
]
