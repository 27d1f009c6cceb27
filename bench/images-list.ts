import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { chromiumSandbox, requireBrowser } from '../scripts/browser.ts'
import { ensureBuilt } from '../scripts/build.ts'
import { missingPrograms } from '../scripts/real-openstack/packages.ts'
import { type BareServer, startBareServer } from './bare-server.ts'
import { type ImageCloud, realGlance, simulatedIms } from './image-clouds.ts'
import { type ListTimes, listTimes } from './list-times.ts'
import { line, percentile } from './numbers.ts'
import { scriptBytes } from './page-scripts.ts'

const COUNTS = [25, 1_000, 10_000]
/** A reading of ten thousand images of Glance takes twenty seconds: two of each, and all ends in six minutes. */
const roundsFor = (count: number) => (count > 1_000 ? 2 : 3)
const LONGEST_TASK_MS = 100
const KB = 1000

/**
 * What a person waits for on the list of images, beside a page that only fetches and draws every row: both on the same
 * cloud and in the same browser, in turn.
 */
export async function imagesList(folder: string): Promise<string[]> {
  await ensureBuilt()
  const lines: string[] = []
  const clouds = [
    { name: 'simulator', open: simulatedIms },
    ...(missingPrograms().length === 0 ? [{ name: 'real Glance', open: realGlance }] : []),
  ]
  for (const { name, open } of clouds)
    for (const count of COUNTS) {
      const cloud = await open(join(folder, `${name.replace(' ', '-')}-${count}`), count)
      try {
        lines.push(...(await measured(folder, `${name}, ${count}`, count, cloud)))
      } finally {
        await cloud.stop()
      }
    }
  if (missingPrograms().length > 0)
    lines.push('  real Glance: NOT MEASURED, it is not installed (npm run real-openstack -- install)')
  return lines
}

type Round = ListTimes & { upstreamCalls: number }

async function measured(folder: string, what: string, count: number, cloud: ImageCloud): Promise<string[]> {
  const bare = await startBareServer(folder, { BENCH_LIST: cloud.listAddress, BENCH_TOKEN: cloud.token })
  const browser = await chromium.launch({ executablePath: requireBrowser(), chromiumSandbox })
  try {
    const ours: Round[] = []
    const floors: Round[] = []
    for (let round = 0; round < roundsFor(count); round += 1) {
      ours.push(await counted(cloud, () => ofConsole(browser, cloud, count)))
      floors.push(await counted(cloud, () => ofBare(browser, bare, count)))
    }
    const scripts = await scriptBytes(cloud.console, '/images', await cloud.cookie(browser))
    const bareScripts = await scriptBytes(bare.address, '/images')
    return report(what, ours, floors, [scripts, bareScripts])
  } finally {
    await browser.close()
    await bare.child.stop()
  }
}

async function counted(cloud: ImageCloud, look: () => Promise<ListTimes>): Promise<Round> {
  const before = await cloud.listCalls()
  const times = await look()
  return { ...times, upstreamCalls: (await cloud.listCalls()) - before }
}

async function ofConsole(browser: Browser, cloud: ImageCloud, count: number): Promise<ListTimes> {
  const context = await browser.newContext({ storageState: await cloud.signedIn(browser) })
  try {
    return await listTimes(await context.newPage(), `${cloud.console}/images`, count)
  } finally {
    await context.close()
  }
}

async function ofBare(browser: Browser, bare: BareServer, count: number): Promise<ListTimes> {
  const context = await browser.newContext()
  try {
    return await listTimes(await context.newPage(), `${bare.address}/images`, count)
  } finally {
    await context.close()
  }
}

function report(what: string, ours: Round[], floors: Round[], [script = 0, floor = 0]: number[]): string[] {
  const median = (rounds: Round[], of: keyof Round) =>
    percentile(
      rounds.map((round) => round[of]),
      50,
    )
  const row = (name: string, of: keyof Round, unit: string, budgetMs?: number) => {
    const [own, least] = [median(ours, of), median(floors, of)]
    const ratio = least > 0 && unit === 'ms' ? `, ${(own / least).toFixed(2)} x bare` : ''
    return line(
      `${what}: ${name}`,
      `${own.toFixed(0)} ${unit} (bare ${least.toFixed(0)})${ratio}`,
      budgetMs === undefined ? undefined : { words: `${budgetMs} ms`, kept: own <= budgetMs },
    )
  }
  return [
    row('first rows', 'firstRowsMs', 'ms'),
    row('all rows', 'allRowsMs', 'ms'),
    row('longest task, loading', 'longestLoadingMs', 'ms', LONGEST_TASK_MS),
    row('longest task, filtering', 'longestFilteringMs', 'ms', LONGEST_TASK_MS),
    row('longest task, scrolling', 'longestScrollingMs', 'ms', LONGEST_TASK_MS),
    row('upstream calls', 'upstreamCalls', 'calls'),
    line(`${what}: JavaScript`, `${(script / KB).toFixed(0)} KB (bare ${(floor / KB).toFixed(0)})`),
  ]
}
