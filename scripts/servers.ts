/** The two servers that demo, tests, pictures and benchmarks need: the simulated cloud and the console. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { type Child, startNode, untilReady } from './child.ts'
import type { Environment } from './environment.ts'
import { freePorts, LOOPBACK } from './ports.ts'
import { inProject } from './project.ts'

type CloudPorts = { iam: number; ims: number; obs: number }
export type Ports = CloudPorts & { console: number }

export type Servers = {
  /** Address of the console, without a slash at its end. */
  console: string
  /** Address of the simulated IAM, which also has the simulator's controls. */
  iam: string
  /** The simulated buckets, a folder each; what is put there is an object at once. */
  bucketsFolder: string
  children: { console: Child; simulator: Child; simulatorAbroad?: Child }
  stop: () => Promise<void>
}

export type Settings = {
  /** Keeps data, buckets, clouds.yaml and logs. */
  folder: string
  ports: Ports
  /** Jobs run so many times faster. */
  speed: number
  /** How many private images the simulator begins with. */
  images?: number
  /** A second simulator, which plays eu-nl; the first plays eu-de. */
  abroad?: CloudPorts
  /** Where the console listens; the simulator never leaves this machine. */
  host: string
  /** What the console gets beside that. */
  env?: Environment
}

/** What one simulator needs. */
export type CloudSettings = Pick<Settings, 'folder' | 'speed' | 'images'> & {
  ports: CloudPorts
  region?: 'eu-de' | 'eu-nl'
}

/** What a console alone needs; its clouds.yaml stands in the folder. */
export type ConsoleSettings = Pick<Settings, 'folder' | 'host' | 'env'> & { ports: Pick<Ports, 'console'> }

const CLOUDS_FILE = 'clouds.yaml'
const bucketsFolderIn = (folder: string) => join(folder, 'buckets')

export const addressOf = (port: number, host = LOOPBACK) =>
  `http://${isWildcard(host) ? LOOPBACK : host}:${port}`

const isWildcard = (host: string) => host === '0.0.0.0' || host === '::'

export function simulatorEnvironment({ folder, ports, speed, images, region }: CloudSettings): Environment {
  return {
    ...(region === undefined ? {} : { SIM_REGION: region }),
    IAM_PORT: String(ports.iam),
    IMS_PORT: String(ports.ims),
    OBS_PORT: String(ports.obs),
    SIM_SPEED: String(speed),
    SIM_DATA: bucketsFolderIn(folder),
    // The same ones each time, since tests and pictures name them.
    ...(images === undefined ? {} : { SIM_IMAGES: String(images), SIM_SEED: 'images' }),
  }
}

export function consoleEnvironment({ folder, ports, host, env }: ConsoleSettings): Environment {
  return {
    PORT: String(ports.console),
    HOSTNAME: host,
    DATA_DIR: join(folder, 'data'),
    CLOUDS_FILE: join(folder, CLOUDS_FILE),
    ...env,
  }
}

/** Writes a clouds.yaml whose regions are the simulators'; their other services stand in the tokens' catalogue. */
export function writeCloudsFile({ folder, ports, abroad }: Settings): void {
  const cloud = (region: string, { iam }: CloudPorts) => ({
    title: `${region} · Simulator`,
    region_name: region,
    auth: { auth_url: `${addressOf(iam)}/v3` },
  })
  const clouds = {
    simulator: cloud('eu-de', ports),
    ...(abroad ? { 'simulator-nl': cloud('eu-nl', abroad) } : {}),
  }
  writeFileSync(join(folder, CLOUDS_FILE), stringify({ clouds }))
}

/** The second simulator, in a folder of its own. */
export function abroadOf({ folder, speed, abroad }: Settings): CloudSettings | undefined {
  return abroad && { folder: join(folder, 'eu-nl'), speed, ports: abroad, region: 'eu-nl' }
}

function startLogged(name: string, script: string, logFile: string, env: Environment): Child {
  rmSync(logFile, { force: true })
  return startNode(name, [inProject(script)], env, logFile)
}

export function startSimulatorApart(settings: CloudSettings, name = 'simulator'): Child {
  mkdirSync(settings.folder, { recursive: true })
  const log = join(settings.folder, 'simulator.log')
  return startLogged(`The ${name}`, 'simulator/main.ts', log, simulatorEnvironment(settings))
}

/** One console from the production build. @param name tells several apart, in their logs */
export function startConsole(settings: ConsoleSettings, name = 'console'): Child {
  const log = join(settings.folder, `${name}.log`)
  return startLogged('The console', 'scripts/start.ts', log, consoleEnvironment(settings))
}

/** Starts all from the production build, and resolves once each answers. Their logs are made anew each time. */
export async function startServers(settings: Settings): Promise<Servers> {
  const { folder, ports, host } = settings
  mkdirSync(folder, { recursive: true })
  writeCloudsFile(settings)
  const iam = addressOf(ports.iam)
  const simulator = startSimulatorApart(settings)
  const abroad = abroadOf(settings)
  const simulatorAbroad = abroad && startSimulatorApart(abroad, 'simulator of eu-nl')
  const console = startConsole(settings)
  const address = addressOf(ports.console, host)
  const stop = async () => {
    await Promise.all([console.stop(), simulator.stop(), simulatorAbroad?.stop()])
  }
  try {
    await Promise.all([
      untilReady(simulator, `${iam}/_sim/clock`),
      ...(abroad && simulatorAbroad
        ? [untilReady(simulatorAbroad, `${addressOf(abroad.ports.iam)}/_sim/clock`)]
        : []),
      untilReady(console, `${address}/readyz`),
    ])
  } catch (error) {
    await stop()
    throw error
  }
  return {
    console: address,
    iam,
    bucketsFolder: bucketsFolderIn(folder),
    children: { console, simulator, ...(simulatorAbroad ? { simulatorAbroad } : {}) },
    stop,
  }
}

/** The same on free ports, away from a person's own settings. */
export async function startServersApart(
  folder: string,
  speed: number,
  more: Pick<Settings, 'images' | 'abroad'> = {},
): Promise<Servers> {
  const ports = await freePorts('console', 'iam', 'ims', 'obs')
  return startServers({
    folder,
    ports,
    host: LOOPBACK,
    speed,
    ...more,
    env: OWN_SETTINGS,
  })
}

/** Nothing of what a person has set for a console of their own. */
export const OWN_SETTINGS = {
  DATABASE_URL: undefined,
  PUBLIC_URL: undefined,
  SESSION_SECRET: undefined,
  LOG_LEVEL: 'info',
  // Tests receive calls on this machine.
  WEBHOOK_ALLOW_PRIVATE: '1',
}
