import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import type { Environment } from './environment.ts'
import { track } from './lifetime.ts'
import { inProject, ROOT } from './project.ts'

const TOOLS = inProject('node_modules', '.bin')

/** Next reports its use over the network unless told not to. */
export const NO_TELEMETRY = { NEXT_TELEMETRY_DISABLED: '1' } as const

/**
 * Runs a tool of node_modules/.bin (or of the system) to its end, with its output on this process's, and
 * resolves to whether it ended well. Node of the same folder comes first, as it does in npm's own scripts.
 */
export function runTool(name: string, args: string[], env: Environment = {}): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, {
      cwd: ROOT,
      env: { ...process.env, ...env, PATH: `${TOOLS}${delimiter}${process.env.PATH ?? ''}` },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    track(child)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (signal) console.error(`${name} was ended from outside (${signal}).`)
      resolve(code === 0)
    })
  })
}
