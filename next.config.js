/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm run typecheck` judges all types, also of what Next never builds; a second pass would only delay the demo.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pino', 'undici'],
  experimental: { optimizePackageImports: ['@mantine/core', '@mantine/hooks'] },
}

export default config
