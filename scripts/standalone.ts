/**
 * Completes what `next build` leaves in .next/standalone: Next copies neither its static files nor public/
 * there. Old copies are replaced, or files of earlier builds would be served for ever.
 */
import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hashOfInputs, requireBuild, writeStamp } from './build.ts'
import { runScript } from './failure.ts'
import { BUILD, inProject } from './project.ts'

function replace(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  if (existsSync(from)) cpSync(from, to, { recursive: true })
}

await runScript(async () => {
  requireBuild()
  replace(join(BUILD.folder, 'static'), join(BUILD.standalone, '.next', 'static'))
  replace(inProject('public'), join(BUILD.standalone, 'public'))
  writeStamp(hashOfInputs())
})
