/** `npm start`: the production server in this process. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { requireBuild } from './build.ts'
import { consoleHost } from './console-host.ts'
import { runScript } from './failure.ts'
import { portFrom, requireFree } from './ports.ts'
import { BUILD } from './project.ts'

await runScript(async () => {
  requireBuild()
  const port = portFrom(process.env, 'PORT', 3000)
  const host = consoleHost(process.env)
  await requireFree({ who: 'The console', variable: 'PORT', host, port })

  process.env.PORT = String(port)
  process.env.HOSTNAME = host
  // The server moves into the build's folder: a relative path would end there and go with the next build.
  process.env.DATA_DIR = resolve(process.env.DATA_DIR || 'data')
  if (process.env.CLOUDS_FILE) process.env.CLOUDS_FILE = resolve(process.env.CLOUDS_FILE)
  // The console itself ends in order (lib/start.ts); Next would cut off what IMS is just answering.
  process.env.NEXT_MANUAL_SIG_HANDLE = '1'
  await import(pathToFileURL(BUILD.server).href)
})
