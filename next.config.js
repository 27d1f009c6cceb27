const buildId = process.env.SLIPWAY_BUILD_ID

/** @type {import('next').NextConfig} */
const config = {
  // Named after the sources by scripts/build.ts; `next dev` and a bare `next build` have no name to share.
  ...(buildId ? { generateBuildId: () => buildId, deploymentId: buildId } : {}),
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm run typecheck` judges all types, also of what Next never builds; a second pass would only delay the demo.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'pino', 'undici'],
  experimental: {
    optimizePackageImports: ['@mantine/core', '@mantine/hooks'],
    // Written after each build and read by the next one only; most builds here are the first of a checkout.
    turbopackFileSystemCacheForBuild: false,
  },
}

export default config
