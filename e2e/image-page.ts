import type { Page } from '@playwright/test'
import { expect, signIn } from './fixtures.ts'

type Where = { tab?: string; project?: string }

/**
 * The page of an image hears of clicks and keys: what it says of a time depends on the reader's clock, so its
 * scripts run by then. Before that a click does nothing.
 */
export async function expectHearing(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'Key facts' }).getByRole('time').first()).not.toHaveText(
    /UTC$/,
  )
}

/** Signs in and opens the page of an image. */
export async function openImage(page: Page, id: string, { tab, project }: Where = {}): Promise<void> {
  await signIn(page, `/images/${id}${tab ? `?tab=${tab}` : ''}`, project ? { project } : {})
  await expectHearing(page)
}

export const editButton = (page: Page) => page.getByRole('button', { name: 'Edit', exact: true })
export const shareButton = (page: Page) => page.getByRole('button', { name: 'Share', exact: true })
export const editDialog = (page: Page) => page.getByRole('dialog', { name: 'Edit image' })
export const deleteDialog = (page: Page) => page.getByRole('dialog', { name: 'Delete image' })
export const tab = (page: Page, name: string) => page.getByRole('tab', { name })
/** What stands in the corner of the page after an act. */
export const told = (page: Page) => page.getByRole('region', { name: 'Just happened' })

export async function openEdit(page: Page): Promise<void> {
  await editButton(page).click()
  await expect(editDialog(page)).toBeVisible()
}

export async function save(page: Page): Promise<void> {
  await editDialog(page).getByRole('button', { name: 'Save changes' }).click()
}

export async function openDelete(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete image' }).click()
  await expect(deleteDialog(page)).toBeVisible()
}

/** The value beside a label of the details. */
export const detail = (page: Page, label: string) =>
  page
    .getByRole('region', { name: 'Details' })
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}`) }) })
    .locator('dd')

/** As a person does who comes back from another window: the page then reads the image again. */
export async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
}

/** Holds back whatever the page sends to change something. @returns lets it go, and all that comes after */
export async function holdActions(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/images/**', async (route) => {
    if (route.request().method() === 'POST') await promise
    await route.fallback()
  })
  return resolve
}
