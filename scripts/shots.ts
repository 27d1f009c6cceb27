/** `npm run shots [-- NAME…]`: a picture of every page and state, wide and narrow, in light and dark. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { type Browser, chromium, expect, type Page } from '@playwright/test'
import { bucketFiles } from '../e2e/bucket-files.ts'
import { chromiumSandbox, requireBrowser } from './browser.ts'
import { ensureBuilt } from './build.ts'
import { Failure, runScript } from './failure.ts'
import { endChildrenOnSignals } from './lifetime.ts'
import { inProject, ROOT } from './project.ts'
import { type Servers, startServersApart } from './servers.ts'
import { shots } from './shots/list.ts'
import type { Shot } from './shots/scene.ts'
import { simulatorControls } from './simulator-controls.ts'

const FOLDER = inProject('shots')
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]
const SCHEMES = ['light', 'dark'] as const
/** As in the tests: an import of half an hour takes three seconds. */
const SPEED = 600
const STEP_MS = 30_000

/** A window as high as its page: pictures of a longer page would show its sticky bars in the middle. */
async function growToContent(
  page: Page,
  { width, height }: { width: number; height: number },
): Promise<void> {
  const content = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height: Math.max(height, content) })
}

/** Takes the state's pictures; a state is reached once, and then seen in each size and scheme. */
async function take(browser: Browser, servers: Servers, { name, reach }: Shot): Promise<void> {
  const simulator = simulatorControls(servers.iam)
  await simulator.reset()
  const context = await browser.newContext({
    baseURL: servers.console,
    viewport: SIZES[0] ?? null,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  })
  context.setDefaultTimeout(STEP_MS)
  const files = bucketFiles(servers.bucketsFolder)
  try {
    const page = await context.newPage()
    await reach(page, simulator, files)
    for (const size of SIZES) {
      for (const colorScheme of SCHEMES) {
        await page.setViewportSize(size)
        await page.emulateMedia({ colorScheme })
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
        const path = join(FOLDER, `${name}-${size.width}-${colorScheme}.png`)
        await growToContent(page, size)
        await page.screenshot({ path, animations: 'disabled' })
        console.log(relative(ROOT, path))
      }
    }
  } finally {
    files.removeAll()
    await context.close()
  }
}

await runScript(async () => {
  endChildrenOnSignals()
  const wanted = process.argv.slice(2)
  const chosen = shots.filter(({ name }) => !wanted.length || wanted.some((part) => name.includes(part)))
  if (!chosen.length) throw new Failure(`No picture has ${wanted.join(' or ')} in its name.`)
  const executablePath = requireBrowser()
  await ensureBuilt()
  mkdirSync(FOLDER, { recursive: true })
  const data = mkdtempSync(join(tmpdir(), 'slipway-shots-'))
  const servers = await startServersApart(data, SPEED)
  const browser = await chromium.launch({ executablePath, chromiumSandbox })
  const missed: string[] = []
  for (const shot of chosen) {
    try {
      await take(browser, servers, shot)
    } catch (error) {
      missed.push(shot.name)
      console.error(`${shot.name} was not reached: ${error instanceof Error ? error.message : error}`)
    }
  }
  await browser.close()
  await servers.stop()
  rmSync(data, { recursive: true, force: true })
  if (missed.length) throw new Failure(`Not reached: ${missed.join(', ')}.`)
})
