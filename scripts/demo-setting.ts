/** What `npm run demo` and `npm run dev` have in common: ports and pace. */

import { consoleHost } from './console-host.ts'
import type { Environment } from './environment.ts'
import { Failure } from './failure.ts'
import { LOOPBACK, portFrom, requireFree } from './ports.ts'
import type { Settings } from './servers.ts'

/** An import of half an hour takes half a minute: long enough to see it run, short enough to wait. */
const DEMO_SPEED = 60

/** Settings for all servers from the environment, once every port is known to be free. */
export async function demoSettings(folder: string, env: Environment): Promise<Settings> {
  const host = consoleHost(env)
  const ports = {
    console: portFrom(env, 'PORT', 3000),
    iam: portFrom(env, 'IAM_PORT', 9901),
    ims: portFrom(env, 'IMS_PORT', 9902),
    obs: portFrom(env, 'OBS_PORT', 9903),
  }
  const abroad = {
    iam: portFrom(env, 'NL_IAM_PORT', 9911),
    ims: portFrom(env, 'NL_IMS_PORT', 9912),
    obs: portFrom(env, 'NL_OBS_PORT', 9913),
  }
  const seats = [
    { who: 'The console', variable: 'PORT', host, port: ports.console },
    { who: 'The simulated IAM', variable: 'IAM_PORT', host: LOOPBACK, port: ports.iam },
    { who: 'The simulated IMS', variable: 'IMS_PORT', host: LOOPBACK, port: ports.ims },
    { who: 'The simulated OBS', variable: 'OBS_PORT', host: LOOPBACK, port: ports.obs },
    { who: 'The IAM simulated for eu-nl', variable: 'NL_IAM_PORT', host: LOOPBACK, port: abroad.iam },
    { who: 'The IMS simulated for eu-nl', variable: 'NL_IMS_PORT', host: LOOPBACK, port: abroad.ims },
    { who: 'The OBS simulated for eu-nl', variable: 'NL_OBS_PORT', host: LOOPBACK, port: abroad.obs },
  ]
  for (const seat of seats) await requireFree(seat)
  return { folder, ports, abroad, host, speed: speedFrom(env), env: { SLIPWAY_DEMO: '1' } }
}

function speedFrom(env: Environment): number {
  const speed = Number(env.SIM_SPEED || DEMO_SPEED)
  if (speed > 0) return speed
  throw new Failure(
    `SIM_SPEED is "${env.SIM_SPEED}". Set it to how many times faster jobs run, for example 60.`,
  )
}
