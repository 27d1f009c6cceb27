/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ['pino', 'undici'],
  experimental: { optimizePackageImports: ['@mantine/core', '@mantine/hooks'] },
}

export default config
