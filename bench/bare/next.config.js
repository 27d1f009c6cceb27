import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** The least there can be: what the console costs is measured against it. @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  outputFileTracingRoot: root,
  turbopack: { root },
  poweredByHeader: false,
}

export default config
