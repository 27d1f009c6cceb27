/**
 * `npm run real-openstack -- install | start | seed [COUNT] | check | stop [--wipe]`: Debian's Keystone and Glance on
 * this machine, to see the console work on them. All are safe to run again. REAL_STATE names another folder.
 */
import { rmSync } from 'node:fs'
import { Failure, runScript } from '../failure.ts'
import { DOMAIN, PASSWORD, PROJECTS, REGION, USERS } from './accounts.ts'
import { checkOpenStack } from './check.ts'
import { writeCloudsFile } from './clouds-file.ts'
import { tokenOf, userIn } from './keystone.ts'
import { installPackages, missingPrograms } from './packages.ts'
import { seedImages } from './seed.ts'
import { type Settings, settingsFrom } from './settings.ts'
import { startOpenStack, stopOpenStack } from './start.ts'

const DEFAULT_IMAGES = 25

const COMMANDS: Record<string, (settings: Settings, argument: string | undefined) => Promise<void>> = {
  install: async () => requirePrograms(),
  start: async (settings) => {
    requirePrograms()
    await startOpenStack(settings)
    console.log(factsOf(settings))
  },
  seed: async (settings, argument) => {
    const count = Number(argument ?? DEFAULT_IMAGES)
    if (!(Number.isInteger(count) && count > 0)) throw new Failure(`"${argument}" is no number of images.`)
    const { projectId } = await tokenOf(settings, userIn(USERS.importer.name, 'console'))
    console.log(`${seedImages(settings, projectId, count)} images in ${PROJECTS.console}`)
  },
  check: async (settings) => {
    if (!(await checkOpenStack(settings))) process.exitCode = 1
  },
  stop: async (settings, argument) => {
    await stopOpenStack(settings)
    if (argument === '--wipe') rmSync(settings.folder, { recursive: true, force: true })
  },
}

function requirePrograms(): void {
  if (missingPrograms().length === 0 || installPackages()) return
  throw new Failure(`Keystone and Glance could not be installed; missing: ${missingPrograms().join(', ')}`)
}

/** What a person or a script needs to sign in, as KEY=value lines; the console's clouds.yaml is written beside. */
function factsOf(settings: Settings): string {
  return [
    `CLOUDS_FILE=${writeCloudsFile(settings)}`,
    `REAL_IAM_URL=${settings.keystone.url}`,
    `REAL_IMAGE_URL=${settings.glance.url}`,
    `REAL_REGION=${REGION}`,
    `REAL_DOMAIN=${DOMAIN}`,
    `REAL_USER=${USERS.importer.name}`,
    `REAL_USER2=${USERS.partner.name}`,
    `REAL_PASSWORD=${PASSWORD}`,
    `REAL_PROJECT=${PROJECTS.console}`,
    `REAL_PROJECT2=${PROJECTS.partner}`,
  ].join('\n')
}

await runScript(async () => {
  const [name = '', argument] = process.argv.slice(2)
  const command = COMMANDS[name]
  if (!command) throw new Failure(`Say one of: ${Object.keys(COMMANDS).join(', ')}.`)
  await command(await settingsFrom(process.env), argument)
})
