/** The production build: whether it is there, whether it is of the sources as they are now, and making it. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Failure, runScript } from './failure.ts'
import { BUILD, inProject, ROOT } from './project.ts'
import { NO_TELEMETRY, runTool } from './tool.ts'

/** Beside the build, and gone with it. */
const STAMP = join(BUILD.folder, 'slipway-build-inputs')

/**
 * Folders of the project's root that no build reads. Whatever is not named here counts as an input: an
 * unneeded build costs a minute, a missing one shows old pages.
 */
const NOT_INPUTS = new Set([
  'bench',
  'chaos',
  'coverage',
  'data',
  'docs',
  'e2e',
  'node_modules',
  'playwright-report',
  'scripts',
  'shots',
  'simulator',
  'test-results',
])
const NOT_INPUT_FILES =
  /(\.test\.tsx?|\.md|\.tsbuildinfo|^next-env\.d\.ts|^LICENSE|^knip\.json|^biome\.json)$/

/** One hash over names and contents of everything that a build reads. */
export function hashOfInputs(): string {
  const hash = createHash('sha256')
  for (const file of inputs(ROOT))
    hash
      .update(`${relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

function inputs(folder: string): string[] {
  const isRoot = folder === ROOT
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !(isRoot && NOT_INPUTS.has(name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return inputs(path)
      return entry.isFile() && !NOT_INPUT_FILES.test(entry.name) ? [path] : []
    })
}

export function writeStamp(hash: string): void {
  writeFileSync(STAMP, hash)
}

export function requireBuild(): void {
  if (!existsSync(BUILD.server)) throw new Failure('There is no build yet. Make one with: npm run build')
}

function isCurrent(hash: string): boolean {
  return existsSync(BUILD.server) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash
}

/** Builds unless the build is already of these sources. */
export async function ensureBuilt(): Promise<void> {
  const hash = hashOfInputs()
  if (isCurrent(hash)) return
  console.log(
    existsSync(BUILD.server) ? 'The sources have changed: building.' : 'Building. This is done once.',
  )
  if (!(await build())) throw new Failure('The build has failed; what it printed above says why.')
  // Taken before the build began: a file changed meanwhile leads to the next build.
  writeStamp(hash)
}

/** So much of the hash tells builds apart. */
const ID_LENGTH = 16

/**
 * Makes the build, and resolves to whether it ended well. It is named after its sources: instances that were built
 * apart from the same sources take each other's pages for their own.
 */
export async function build(): Promise<boolean> {
  const env = { ...NO_TELEMETRY, NODE_ENV: undefined, SLIPWAY_BUILD_ID: hashOfInputs().slice(0, ID_LENGTH) }
  return (
    (await runTool('next', ['build'], env)) &&
    (await runTool('node', [inProject('scripts', 'standalone.ts')]))
  )
}

if (import.meta.main) {
  await runScript(async () => {
    if (!(await build())) process.exitCode = 1
  })
}
