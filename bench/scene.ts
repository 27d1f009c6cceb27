/** What the measurements are taken on: both servers, a session, a finished import and its image. */
import { chromium, expect } from '@playwright/test'
import { fillImportForm, jobStatus, submitImport } from '../e2e/import-form.ts'
import { signIn } from '../e2e/sign-in.ts'
import { chromiumSandbox, requireBrowser } from '../scripts/browser.ts'
import { type RecordedAction, recordAction } from '../scripts/recorded-action.ts'
import { startServersApart } from '../scripts/servers.ts'
import { type BareServer, startBareServer } from './bare-server.ts'

export type Scene = {
  console: { address: string; pid: number }
  bare: BareServer
  cookie: string
  jobPath: string
  jobApiPath: string
  imagePath: string
  submit: RecordedAction
  submittedName: string
  bareAction: RecordedAction
  stop: () => Promise<void>
}

/** Jobs end at the first look, so that none is being watched while something is measured. */
const SPEED = 1_000_000

export async function setScene(folder: string): Promise<Scene> {
  const bare = await startBareServer(folder)
  const servers = await startServersApart(folder, SPEED)
  const browser = await chromium.launch({ executablePath: requireBrowser(), chromiumSandbox })
  const context = await browser.newContext({ baseURL: servers.console })
  const page = await context.newPage()
  const submittedName = 'measured-import'

  await signIn(page)
  await fillImportForm(page, { file: 'ims-image:centos70.qcow2', name: submittedName, minDisk: '40' })
  const submit = await recordAction(page, () => submitImport(page))
  await page.waitForURL(/\/jobs\//)
  const jobPath = new URL(page.url()).pathname
  await expect(jobStatus(page)).toHaveText('Succeeded', { timeout: 30_000 })
  await page.waitForURL(/\/images\//)
  const imagePath = new URL(page.url()).pathname
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')

  await page.goto(bare.address)
  const bareAction = await recordAction(page, () => page.getByRole('button', { name: 'Submit' }).click())
  await browser.close()

  return {
    console: { address: servers.console, pid: servers.children.console.pid },
    bare,
    cookie,
    jobPath,
    jobApiPath: `/api${jobPath}`,
    imagePath,
    submit,
    submittedName,
    bareAction,
    stop: async () => {
      await Promise.all([servers.stop(), bare.child.stop()])
    },
  }
}
