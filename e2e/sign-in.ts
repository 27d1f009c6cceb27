import { expect, type Page } from '@playwright/test'

const DEMO = {
  domain: 'DEMO',
  userName: 'demo',
  password: 'demo-password',
  project: 'eu-de_demo',
} as const

type Account = { domain: string; userName: string; password: string; project: string }

/** Fills the sign-in form and sends it; what comes of it is the caller's to check. */
export async function submitSignIn(page: Page, account: Partial<Account> = {}): Promise<void> {
  const { domain, userName, password, project } = { ...DEMO, ...account }
  // Before that the form would not hear of what is typed.
  await expect(page.locator('form[data-ready]')).toBeVisible()
  await page.getByLabel('Domain').fill(domain)
  await page.getByLabel('User name').fill(userName)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Project', { exact: true }).fill(project)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Signs in by the form, with one token call, and ends on the given page of the console. */
export async function signIn(page: Page, path = '/import', account: Partial<Account> = {}): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`)
  await submitSignIn(page, account)
  await page.waitForURL((url) => url.pathname + url.search === path)
}
