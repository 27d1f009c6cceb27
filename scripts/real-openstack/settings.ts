/** Where a test Keystone and Glance keep what they have, and where they listen. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import * as z from 'zod/mini'
import type { Environment } from '../environment.ts'
import { Failure } from '../failure.ts'
import { freePorts, LOOPBACK, portFrom } from '../ports.ts'

export type Settings = {
  /** Configuration, databases, keys, logs and process ids: everything that the two leave behind. */
  folder: string
  keystone: { port: number; url: string }
  glance: { port: number; url: string }
  /** Images on one page at most (Glance's api_limit_max). */
  pageMax: number
  tokenSeconds: number
}

const kept = z.object({ keystone: z.number(), glance: z.number() })

/** Both stand in Keystone's catalogue, so a folder keeps its ports for good. */
const portsFile = (folder: string) => join(folder, 'ports.json')

export const folderFrom = (env: Environment) => resolve(env.REAL_STATE || join(tmpdir(), 'real-openstack'))

/**
 * Settings of a folder, which is made where there is none: REAL_STATE, REAL_KEYSTONE_PORT, REAL_GLANCE_PORT (each a
 * free one when unset), REAL_PAGE_MAX, REAL_TOKEN_SECONDS.
 */
export async function settingsFrom(env: Environment, folder = folderFrom(env)): Promise<Settings> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = portsFile(folder)
  if (!existsSync(file)) {
    const free = await freePorts('keystone', 'glance')
    const ports = {
      keystone: portFrom(env, 'REAL_KEYSTONE_PORT', free.keystone),
      glance: portFrom(env, 'REAL_GLANCE_PORT', free.glance),
    }
    writeFileSync(file, JSON.stringify(ports))
  }
  const { keystone, glance } = kept.parse(JSON.parse(readFileSync(file, 'utf8')))
  return {
    folder,
    keystone: { port: keystone, url: `http://${LOOPBACK}:${keystone}/v3` },
    glance: { port: glance, url: `http://${LOOPBACK}:${glance}` },
    pageMax: countFrom(env, 'REAL_PAGE_MAX', 1000),
    tokenSeconds: countFrom(env, 'REAL_TOKEN_SECONDS', 86_400),
  }
}

function countFrom(env: Environment, variable: string, fallback: number): number {
  const text = env[variable]
  if (!text) return fallback
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new Failure(`${variable} is "${text}". Set it to a whole number above 0.`)
}
