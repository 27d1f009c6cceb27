/** Several consoles over one PostgreSQL, behind one address: what deploy/ runs in containers, as processes. */
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startBalancer } from './balancer.ts'
import { type Child, untilReady } from './child.ts'
import { Failure } from './failure.ts'
import { freePorts, LOOPBACK } from './ports.ts'
import { type Postgres, startPostgres } from './postgres.ts'
import { addressOf, type Settings, startConsole, startSimulatorApart, writeCloudsFile } from './servers.ts'

export type Instance = {
  /** Its own address, past the balancer. */
  address: string
  /** Resolves once it answers. */
  start: () => Promise<void>
  /** Ends it as a power cut would. */
  kill: () => Promise<void>
  child: () => Child
}

export type Instances = {
  /** What people use. */
  address: string
  iam: string
  postgres: Postgres
  instances: [Instance, Instance]
  stop: () => Promise<void>
}

/** @throws Failure where there is no PostgreSQL */
export async function startInstances(folder: string, speed: number): Promise<Instances> {
  const postgres = await startPostgres()
  if (!postgres) throw new Failure('No PostgreSQL was found. On Debian: apt-get install postgresql')
  const {
    balancer: port,
    one,
    two,
    ...ports
  } = await freePorts('balancer', 'one', 'two', 'iam', 'ims', 'obs')
  mkdirSync(folder, { recursive: true })
  const settings: Settings = {
    folder,
    ports: { ...ports, console: one },
    host: LOOPBACK,
    speed,
    env: {
      DATABASE_URL: postgres.url,
      PUBLIC_URL: addressOf(port),
      SESSION_SECRET: randomBytes(32).toString('base64url'),
      LOG_LEVEL: 'info',
    },
  }
  writeCloudsFile(settings)
  const iam = addressOf(ports.iam)
  const simulator = startSimulatorApart(settings)
  const instances: [Instance, Instance] = [
    instance(settings, 'console-one', one),
    instance(settings, 'console-two', two),
  ]
  await untilReady(simulator, `${iam}/_sim/clock`)
  // Both at the same time: their migrations must wait for each other.
  await Promise.all(instances.map((each) => each.start()))
  const balancer = await startBalancer(port, [one, two])
  return {
    address: balancer.address,
    iam,
    postgres,
    instances,
    stop: async () => {
      await balancer.close()
      await Promise.all([simulator.stop(), ...instances.map((each) => each.child().stop())])
      postgres.remove()
    },
  }
}

function instance(shared: Settings, name: string, port: number): Instance {
  const settings = {
    ...shared,
    ports: { ...shared.ports, console: port },
    env: { ...shared.env, DATA_DIR: join(shared.folder, name) },
  }
  const address = addressOf(port)
  let child: Child | undefined
  const running = () => {
    if (!child) throw new Failure(`${name} was never started.`)
    return child
  }
  return {
    address,
    start: async () => {
      child = startConsole(settings, name)
      await untilReady(child, `${address}/readyz`)
    },
    kill: async () => {
      process.kill(running().pid, 'SIGKILL')
      await running().ended
    },
    child: running,
  }
}
