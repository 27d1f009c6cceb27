import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

type AxeOptions = Parameters<AxeBuilder['options']>[0]

/** A whole pass takes seconds on a busy machine: what passes is not listed, and no style sheet is read again. */
const BRIEFLY: AxeOptions = { resultTypes: ['violations'], preload: false }

/** WCAG 2.2's size of targets is the one rule of level AA that axe leaves off by itself. */
const ALL: AxeOptions = { ...BRIEFLY, rules: { 'target-size': { enabled: true } } }
const COLOURS: AxeOptions = {
  ...BRIEFLY,
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}

/**
 * Axe finds nothing on the page as it stands, in light and in dark. Only colours differ between the two, so in dark
 * only what depends on them is judged again.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  await expectNothing(page, 'light', ALL)
  await expectNothing(page, 'dark', COLOURS)
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}

async function expectNothing(page: Page, scheme: 'light' | 'dark', options: AxeOptions) {
  // Without motion: colours on their way from one scheme to the other belong to neither.
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
  // Results are put together in the page itself: the pages have no frames, for which a page of its own would be opened.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(options).analyze()
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `    ${html}`).join('\n')}`,
  )
  expect(found, `axe in ${scheme}`).toEqual([])
}
