/** `npm run dev`: the console with reload, over a simulated cloud with reload. */
import { mkdirSync } from 'node:fs'
import { serveTogether, startNode } from './child.ts'
import { demoSettings } from './demo-setting.ts'
import { runScript } from './failure.ts'
import { endChildrenOnSignals } from './lifetime.ts'
import { inProject } from './project.ts'
import { abroadOf, addressOf, consoleEnvironment, simulatorEnvironment, writeCloudsFile } from './servers.ts'
import { NO_TELEMETRY } from './tool.ts'

await runScript(async () => {
  endChildrenOnSignals()
  // Apart from the demo's folder, so that half-done work never spoils it.
  const settings = await demoSettings(inProject('.demo', 'dev'), process.env)
  mkdirSync(settings.folder, { recursive: true })
  writeCloudsFile(settings)
  const simulator = startNode(
    'The simulator',
    ['--watch', inProject('simulator', 'main.ts')],
    simulatorEnvironment(settings),
  )
  const abroad = abroadOf(settings)
  const others = abroad
    ? [
        startNode(
          'The simulator of eu-nl',
          ['--watch', inProject('simulator', 'main.ts')],
          simulatorEnvironment(abroad),
        ),
      ]
    : []
  const next = inProject('node_modules', 'next', 'dist', 'bin', 'next')
  const server = startNode('The console', [next, 'dev', '--hostname', settings.host], {
    ...consoleEnvironment(settings),
    ...NO_TELEMETRY,
  })
  console.log(
    `Sign in at ${addressOf(settings.ports.console, settings.host)} with domain DEMO, user demo, password demo-password.`,
  )
  await serveTogether(simulator, ...others, server)
})
