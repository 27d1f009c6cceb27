import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * Axe finds nothing on the page as it stands, in light and in dark. One pass takes seconds on a busy machine, so
 * ask once per state of a page.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
    const { violations } = await new AxeBuilder({ page })
      // WCAG 2.2's size of targets is the one rule of level AA that axe leaves off by itself.
      .options({ rules: { 'target-size': { enabled: true } } })
      .analyze()
    const found = violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `    ${html}`).join('\n')}`,
    )
    expect(found, `axe in ${scheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null })
}
