/** `npm run demo`: the console in production over a simulated cloud, ready to sign in. */
import { ensureBuilt } from './build.ts'
import { serveTogether } from './child.ts'
import { demoSettings } from './demo-setting.ts'
import { runScript } from './failure.ts'
import { endChildrenOnSignals } from './lifetime.ts'
import { inProject } from './project.ts'
import { startServers } from './servers.ts'

/** About what the simulated import of a system disk takes at speed 1 (docs/simulator.md, "Durations"). */
const USUAL_IMPORT_MINUTES = 30

await runScript(async () => {
  endChildrenOnSignals()
  const settings = await demoSettings(inProject('.demo'), process.env)
  await ensureBuilt()
  const servers = await startServers(settings)
  const { speed } = settings
  const seconds = Number(((USUAL_IMPORT_MINUTES * 60) / speed).toPrecision(2))

  console.log(`
  Slipway           ${servers.console}
  Sign in           domain DEMO, user demo, password demo-password, project eu-de_demo
  File to import    ims-image:centos70.qcow2, minimum disk 40 GB
  Simulated cloud   ${servers.iam}, speed ${speed}: an import of ${USUAL_IMPORT_MINUTES} minutes takes ${seconds} s
  Another region    eu-nl, project eu-nl_demo, to replicate images to; its buckets are .demo/eu-nl/buckets
  Data and logs     .demo/ (remove it to begin anew)

  Ctrl-C ends all of it.
`)
  await serveTogether(...Object.values(servers.children))
})
