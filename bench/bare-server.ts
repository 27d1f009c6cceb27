import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { type Child, startNode, untilReady } from '../scripts/child.ts'
import type { Environment } from '../scripts/environment.ts'
import { Failure } from '../scripts/failure.ts'
import { freePorts, LOOPBACK } from '../scripts/ports.ts'
import { inProject } from '../scripts/project.ts'
import { addressOf } from '../scripts/servers.ts'
import { NO_TELEMETRY, runTool } from '../scripts/tool.ts'

export type BareServer = { address: string; child: Child }

let isBuilt = false

/** Builds bench/bare with the same Next as the console and starts it in the same way: standalone, production. */
export async function startBareServer(folder: string, env: Environment = {}): Promise<BareServer> {
  const app = ['bench', 'bare']
  const built = inProject(...app, '.next')
  if (!isBuilt && !(await runTool('next', ['build', join(...app)], { ...NO_TELEMETRY, NODE_ENV: undefined })))
    throw new Failure('The bare app could not be built; what is printed above says why.')
  isBuilt = true
  const standalone = join(built, 'standalone', ...app)
  cpSync(join(built, 'static'), join(standalone, '.next', 'static'), { recursive: true })

  const { port } = await freePorts('port')
  const child = startNode(
    'The bare server',
    [join(standalone, 'server.js')],
    { PORT: String(port), HOSTNAME: LOOPBACK, BENCH_DATABASE: join(folder, 'bare.sqlite'), ...env },
    join(folder, 'bare.log'),
  )
  const address = addressOf(port)
  await untilReady(child, `${address}/api/answer`)
  return { address, child }
}
