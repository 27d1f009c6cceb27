import { hostname } from 'node:os'
import type { Environment } from './environment.ts'
import { LOOPBACK } from './ports.ts'

/**
 * Where the console listens: on this machine only, unless HOSTNAME says otherwise. It speaks plain HTTP, so
 * other machines reach it through a proxy with TLS. Shells and containers set HOSTNAME to the machine's own
 * name unasked; that is nobody's wish and counts as unset.
 */
export function consoleHost(env: Environment): string {
  return !env.HOSTNAME || env.HOSTNAME === hostname() ? LOOPBACK : env.HOSTNAME
}
