import type { Page } from '@playwright/test'

/** Milliseconds; moments count from the start of the navigation. A task below 50 ms is none (Long Tasks API): 0. */
export type ListTimes = {
  firstRowsMs: number
  allRowsMs: number
  longestLoadingMs: number
  longestFilteringMs: number
  longestScrollingMs: number
}

const FILTERED_BY = 'debian'
const grouped = new Intl.NumberFormat('en-GB')

/** Opens a list, waits until it says that all rows are there, types into its filter and scrolls to its end. */
export async function listTimes(page: Page, address: string, count: number): Promise<ListTimes> {
  await page.addInitScript(watchTasks)
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(() => document.querySelector('tbody tr a') !== null)
  const said = [`${count} images`, `${grouped.format(count)} images`]
  await page.waitForFunction(isAllThere, said)
  const { firstRowsMs, ...loading } = await page.evaluate(seen)
  const allRowsMs = await page.evaluate(() => performance.now())

  await page.evaluate(forget)
  const field = page.getByRole('searchbox').or(page.getByRole('textbox')).first()
  await field.pressSequentially(FILTERED_BY, { delay: 50 })
  await settled(page)
  const filtering = await page.evaluate(seen)
  await field.fill('')
  await settled(page)

  await page.evaluate(forget)
  for (let step = 1; step <= 20; step += 1) {
    await page.evaluate((share) => scrollTo(0, document.documentElement.scrollHeight * share), step / 20)
    await settled(page)
  }
  const scrolling = await page.evaluate(seen)
  return {
    firstRowsMs,
    allRowsMs,
    longestLoadingMs: loading.longestMs,
    longestFilteringMs: filtering.longestMs,
    longestScrollingMs: scrolling.longestMs,
  }
}

/** Until the browser has drawn what it was told, and has nothing to do. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestIdleCallback(() => setTimeout(resolve, 50)))
      }),
  )
}

/** In the page: its table says so itself, or, where it says nothing of that, the count of rows. */
function isAllThere(words: readonly string[]): boolean {
  const busy = document.querySelector('table[aria-busy]')?.getAttribute('aria-busy')
  if (busy) return busy === 'false'
  return words.some((each) => document.body.textContent?.includes(each))
}

type Watched = { firstRowsMs: number; longestMs: number }

declare global {
  var watchedTasks: Watched | undefined
}

/** In the page, from its start on: when the first row came, and the longest task so far. */
function watchTasks(): void {
  const watched: Watched = { firstRowsMs: 0, longestMs: 0 }
  globalThis.watchedTasks = watched
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.longestMs = Math.max(watched.longestMs, duration)
  }).observe({ type: 'longtask', buffered: true })
  const look = () => {
    if (document.querySelector('tbody tr a')) watched.firstRowsMs = performance.now()
    else requestAnimationFrame(look)
  }
  look()
}

/** In the page. */
function seen(): Watched {
  return globalThis.watchedTasks ?? { firstRowsMs: 0, longestMs: 0 }
}

/** In the page. */
function forget(): void {
  if (globalThis.watchedTasks) globalThis.watchedTasks.longestMs = 0
}
