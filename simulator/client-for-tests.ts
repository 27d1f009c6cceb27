import { expect, vi } from 'vitest'
import * as z from 'zod/mini'
import type { SimulatorOptions } from './options.ts'
import { type Simulator, startSimulator } from './start.ts'

// No test waits for time; this is for machines that build at the same time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

type Reply = { status: number; headers: Headers; text: string; json: unknown }
export type Session = { token: string; projectId: string }

type Send = { method?: string; token?: string; headers?: Record<string, string>; body?: unknown }

/** A simulator of its own on free ports, and short words for what tests do with it. */
export type TestSimulator = Simulator & {
  iam(path: string, send?: Send): Promise<Reply>
  ims(path: string, send?: Send): Promise<Reply>
  control(path: string, send?: Send): Promise<Reply>
  signIn(userName?: string, projectName?: string): Promise<Session>
  advance(seconds: number): Promise<void>
}

export async function startForTests(options: Partial<SimulatorOptions> = {}): Promise<TestSimulator> {
  const simulator = await startSimulator({ iamPort: 0, imsPort: 0, obsPort: 0, seed: 'tests', ...options })
  const iam = (path: string, send?: Send) => call(simulator.iamUrl + path, send)
  const control = (path: string, send?: Send) => call(`${simulator.iamUrl}/_sim${path}`, send)
  return {
    ...simulator,
    iam,
    control,
    ims: (path, send) => call(simulator.imsUrl + path, send),
    signIn: async (userName = 'demo', projectName = 'eu-de_demo') => {
      const reply = await iam('/v3/auth/tokens', { body: passwordSignIn(userName, projectName) })
      const body = z.object({ token: z.object({ project: z.object({ id: z.string() }) }) }).parse(reply.json)
      return { token: reply.headers.get('X-Subject-Token') ?? '', projectId: body.token.project.id }
    },
    advance: async (seconds) => {
      await control('/clock', { body: { advanceSeconds: seconds } })
    },
  }
}

async function call(url: string, send: Send = {}): Promise<Reply> {
  const hasBody = send.body !== undefined
  const response = await fetch(url, {
    method: send.method ?? (hasBody ? 'POST' : 'GET'),
    headers: {
      ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
      ...(send.token === undefined ? {} : { 'X-Auth-Token': send.token }),
      ...send.headers,
    },
    body: typeof send.body === 'string' ? send.body : hasBody ? JSON.stringify(send.body) : null,
  })
  const text = await response.text()
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    json = undefined
  }
  return { status: response.status, headers: response.headers, text, json }
}

/** Body of a password sign-in; without a project the token is unscoped. */
export function passwordSignIn(userName: string, projectName?: string, password = 'demo-password') {
  const domain = { name: 'DEMO' }
  return {
    auth: {
      identity: { methods: ['password'], password: { user: { name: userName, password, domain } } },
      ...(projectName === undefined ? {} : { scope: { project: { name: projectName, domain } } }),
    },
  }
}

export const gatewayError = (code: string) => ({
  error_code: code,
  error_msg: expect.any(String),
  request_id: expect.any(String),
})
