import { defineConfig } from '@playwright/test'
import { chromiumSandbox, findBrowser } from './scripts/browser.ts'

/** None found is told by the global setup, in a sentence. */
const browser = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/global-setup.ts',
  outputDir: 'test-results',
  projects: [
    { name: 'simulator', testIgnore: '**/real-openstack/**' },
    // One worker: a Keystone and a Glance take longer to start than all of the tests on them.
    { name: 'real-openstack', testMatch: '**/real-openstack/**/*.spec.ts', workers: 1 },
  ],
  // Each worker has a simulated cloud and a console of its own (e2e/fixtures.ts), so any two tests may run at once.
  fullyParallel: true,
  // On two cores: tests mostly wait for the simulated cloud to get on.
  workers: 3,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Ceilings, not waits: a busy machine takes a minute for what a quiet one does in ten seconds.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: process.env.CI ? 'dot' : 'list',
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    contextOptions: { reducedMotion: 'reduce' },
    // A trace pictures every step of every test, which takes a third of the time; where a test fails it is run again.
    trace: process.env.CI ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      chromiumSandbox,
      // Without a graphics card Chromium would draw by a software GL in a process of its own.
      args: ['--disable-quic', '--disable-gpu'],
    },
  },
})
