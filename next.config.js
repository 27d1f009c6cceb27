/** @type {import('next').NextConfig} */
const config = {
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
