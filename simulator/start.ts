import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { fillDemoBuckets } from './demo-bucket/fill.ts'
import { iamApp } from './iam/app.ts'
import { imsApp } from './ims/app.ts'
import { obsApp } from './obs/app.ts'
import { dropDrafts } from './obs/store.ts'
import { dropLostParts } from './obs/uploads.ts'
import { DEFAULTS, type SimulatorOptions } from './options.ts'
import { readState, writeState } from './state-file.ts'
import { createWorld, savedStateOf } from './world.ts'

const HOST = '127.0.0.1'
/** Changes within this time share one write of the state file. */
const SAVE_DELAY_MS = 50

export type Simulator = {
  iamUrl: string
  imsUrl: string
  obsUrl: string
  /** Folder of the buckets. */
  dataFolder: string
  /** Ends it: connections are cut, the state is written, a temporary folder is removed. */
  close(): Promise<void>
}

/**
 * Starts IAM, IMS and OBS in this process. Throws an Error with one sentence when a port is taken or the state
 * file is damaged; nothing stays open then.
 */
export async function startSimulator(given: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const options = { ...DEFAULTS, ...given }
  const folder =
    options.data === undefined ? mkdtempSync(join(tmpdir(), 'slipway-simulator-')) : resolve(options.data)
  mkdirSync(folder, { recursive: true })
  const servers: Server[] = []
  const removeFolder = () => {
    if (options.data === undefined) rmSync(folder, { recursive: true, force: true })
  }
  try {
    const saved = readState(folder)
    await fillDemoBuckets(folder)
    const seed = options.seed ?? saved?.seed ?? randomBytes(8).toString('hex')
    const world = createWorld(options, seed, folder, saved)
    await Promise.all([dropDrafts(folder), dropLostParts(world)])
    const open = async (app: Hono<{ Bindings: HttpBindings }>, port: number, variable: string) => {
      const { server, url } = await listen(app, port, variable)
      servers.push(server)
      return url
    }
    const iam = await open(iamApp(world), options.iamPort, 'IAM_PORT')
    const ims = await open(imsApp(world), options.imsPort, 'IMS_PORT')
    const obs = await open(obsApp(world), options.obsPort, 'OBS_PORT')
    world.addresses = { iam, ims, obs }

    let timer: NodeJS.Timeout | undefined
    const save = () => {
      clearTimeout(timer)
      timer = undefined
      if (options.data !== undefined) writeState(folder, savedStateOf(world))
    }
    world.changed = () => {
      timer ??= setTimeout(save, SAVE_DELAY_MS)
    }
    const close = async () => {
      await Promise.all(servers.map(shut))
      save()
      removeFolder()
    }
    return { iamUrl: iam, imsUrl: ims, obsUrl: obs, dataFolder: folder, close }
  } catch (error) {
    await Promise.all(servers.map(shut))
    removeFolder()
    throw error
  }
}

async function listen(
  app: Hono<{ Bindings: HttpBindings }>,
  port: number,
  variable: string,
): Promise<{ server: Server; url: string }> {
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server
  await new Promise<void>((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      const why = isTaken
        ? `is taken: stop what uses it, or set ${variable} to another`
        : `cannot be opened (${error.code})`
      failed(new Error(`Port ${port} of ${HOST} ${why}.`))
    })
    server.listen(port, HOST, done)
  })
  const address = server.address()
  const actual = typeof address === 'object' && address ? address.port : port
  return { server, url: `http://${HOST}:${actual}` }
}

function shut(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}
