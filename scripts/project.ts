/** Where things lie in the project, as absolute paths: the standalone server changes its working directory. */
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..')

export const inProject = (...path: string[]) => join(ROOT, ...path)

/** `next build` with `output: 'standalone'` writes these. */
export const BUILD = {
  folder: inProject('.next'),
  server: inProject('.next', 'standalone', 'server.js'),
  standalone: inProject('.next', 'standalone'),
} as const
