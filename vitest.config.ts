import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: { alias: { '@': at('.'), 'server-only': at('./node_modules/server-only/empty.js') } },
  test: {
    pool: 'forks',
    environment: 'node',
    globalSetup: './vitest.global-setup.ts',
    // Ceilings, not waits: no test waits for time, but a busy machine takes a minute for a second's work.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ['{app,components,lib,simulator,scripts}/**/*.test.{ts,tsx}'],
  },
})
