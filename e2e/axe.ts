import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * Axe finds nothing on the page as it stands, in light and in dark. Only colours differ between the two, so in dark
 * only what depends on them is judged again: a whole pass takes seconds on a busy machine.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  await expectNothing(page, 'light', (axe) =>
    // WCAG 2.2's size of targets is the one rule of level AA that axe leaves off by itself.
    axe.options({ rules: { 'target-size': { enabled: true } } }),
  )
  await expectNothing(page, 'dark', (axe) => axe.withRules(['color-contrast', 'link-in-text-block']))
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}

async function expectNothing(page: Page, scheme: 'light' | 'dark', choose: (axe: AxeBuilder) => AxeBuilder) {
  // Without motion: colours on their way from one scheme to the other belong to neither.
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
  const { violations } = await choose(new AxeBuilder({ page })).analyze()
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `    ${html}`).join('\n')}`,
  )
  expect(found, `axe in ${scheme}`).toEqual([])
}
