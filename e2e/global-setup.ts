import { requireBrowser } from '../scripts/browser.ts'
import { ensureBuilt } from '../scripts/build.ts'

/** The tests run against the production build, and never against one of earlier sources. */
export default async function globalSetup(): Promise<void> {
  requireBrowser()
  await ensureBuilt()
}
