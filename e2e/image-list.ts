import { expect, type Page } from '@playwright/test'
import { signIn } from './sign-in.ts'

/** More than the page that the server renders and the first that the browser reads: three calls of the own ones. */
export const OWN = 620
export const LIST = { service: 'ims', method: 'GET', path: '/v2/cloudimages' } as const
export const A_PROJECT = '0123456789abcdef0123456789abcdef'

export const list = (page: Page) => page.getByRole('region', { name: 'Images' })
export const search = (page: Page) => page.getByRole('searchbox', { name: 'Name, id or tag' })
export const filters = (page: Page) => page.getByRole('group', { name: 'Filters' })
export const header = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true })
export const names = (page: Page) => list(page).locator('[data-row-link]')
export const selection = (page: Page) => page.getByRole('region', { name: 'Selection' })
/** What a screen reader was told last. */
export const announced = (page: Page) => page.locator('[aria-live="polite"][aria-atomic="true"]')
export const says = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('main')).toContainText(words)

/** Opens the list by an address of its own, and waits until all is read. */
export async function openList(page: Page, query = ''): Promise<void> {
  await signIn(page, query ? `/images?${query}` : '/images')
  await says(page, /^(?=.* · read)(?!.*Reading)/s)
  await expect(list(page).getByRole('table')).toHaveAttribute('aria-busy', 'false')
}

/** How many images there are, as the page says once all are read. */
export async function count(page: Page): Promise<number> {
  const words = await page
    .getByRole('main')
    .getByText(/^\d+ images · read/)
    .textContent()
  return Number(/^\d+/.exec(words ?? '')?.[0])
}

/** The names as they stand in the first rows. */
export const firstNames = (page: Page, count: number) =>
  names(page).evaluateAll((links, wanted) => links.slice(0, wanted).map((link) => link.textContent), count)
