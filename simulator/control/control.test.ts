import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { passwordSignIn, startForTests, type TestSimulator } from '../client-for-tests.ts'

let sim: TestSimulator
beforeAll(async () => {
  sim = await startForTests({ images: 3, speed: 2 })
})
afterAll(() => sim.close())
beforeEach(async () => {
  await sim.control('/reset', { body: {} })
})

const state = z.object({
  images: z.array(z.looseObject({ id: z.string(), name: z.string(), status: z.string() })),
  jobs: z.array(z.looseObject({ job_id: z.string(), status: z.string(), project_id: z.string() })),
  tokens: z.array(z.looseObject({ id: z.string(), revoked: z.boolean() })),
})
const stateOf = async (of: TestSimulator) => state.parse((await of.control('/state')).json)
const startImport = async (of: TestSimulator) => {
  const { token } = await of.signIn()
  const body = { name: 'centos', image_url: 'ims-image:centos70.qcow2', min_disk: 40 }
  return of.ims('/v2/cloudimages/action', { token, body })
}

test('calls are counted by method and template', async () => {
  const { token, projectId } = await sim.signIn()
  await sim.ims(`/v1/${projectId}/jobs/aa`, { token })
  await sim.ims(`/v1/${projectId}/jobs/bb`, { token })
  await sim.iam('/v3/auth/tokens', { method: 'HEAD', token })
  await fetch(`${sim.obsUrl}/ims-image/centos70.qcow2`)
  expect((await sim.control('/counters')).json).toEqual({
    'POST /v3/auth/tokens': 1,
    'GET /v1/{project_id}/jobs/{job_id}': 2,
    'HEAD /v3/auth/tokens': 1,
    'GET /{bucket}/{key}': 1,
  })
})

describe('clock', () => {
  test('advances, changes speed and refuses nonsense with a sentence', async () => {
    const before = await sim.control('/clock')
    expect(before.json).toEqual({ now: expect.stringMatching(/Z$/), speed: 2 })
    const after = await sim.control('/clock', { body: { advanceSeconds: 3600 } })
    const now = (reply: { json: unknown }) => Date.parse(z.object({ now: z.string() }).parse(reply.json).now)
    expect(now(after) - now(before)).toBeGreaterThanOrEqual(3_600_000)
    expect(now(after) - now(before)).toBeLessThan(3_660_000)
    expect((await sim.control('/clock', { body: { speed: 60 } })).json).toMatchObject({ speed: 60 })
    for (const body of [{ speed: 0 }, { advanceSeconds: 'x' }, {}, '{']) {
      expect(await sim.control('/clock', { body })).toMatchObject({
        status: 400,
        json: { message: expect.stringMatching(/^The clock takes /) },
      })
    }
  })
})

describe('reset', () => {
  test('is as after a fresh start', async () => {
    await startImport(sim)
    await sim.control('/faults', { body: { service: 'ims', status: 500 } })
    await sim.control('/clock', { body: { speed: 99 } })
    await sim.control('/reset', { body: {} })
    const after = await stateOf(sim)
    expect(after).toMatchObject({ jobs: [], tokens: [] })
    expect(after.images).toHaveLength(3)
    expect((await sim.control('/counters')).json).toEqual({})
    expect((await sim.control('/faults')).json).toEqual({ faults: [], named: [] })
    expect((await sim.control('/clock')).json).toMatchObject({ speed: 2 })
  })

  test('keepImages keeps finished ones, and leaves what was being made', async () => {
    await startImport(sim)
    await sim.advance(3600)
    await startImport(sim)
    await sim.advance(60)
    await sim.control('/reset', { body: { keepImages: true } })
    const after = await stateOf(sim)
    expect(after.jobs).toEqual([])
    const imported = after.images.filter((image) => image.name === 'centos')
    expect(imported).toMatchObject([{ status: 'active' }])
  })

  test('an id is never given twice', async () => {
    const first = await startImport(sim)
    await sim.control('/reset', { body: {} })
    const second = await startImport(sim)
    expect(first.json).not.toEqual(second.json)
  })

  test('refuses what it does not know', async () => {
    expect(await sim.control('/reset', { body: { keepJobs: true } })).toMatchObject({ status: 400 })
  })
})

describe('faults', () => {
  const fault = (body: unknown) => sim.control('/faults', { body })
  const signIn = () => sim.iam('/v3/auth/tokens', { body: passwordSignIn('demo', 'eu-de_demo') })

  test('a status with body and headers, so many times', async () => {
    const { token } = await sim.signIn()
    const added = await fault({
      service: 'ims',
      method: 'GET',
      path: '/v2/cloudimages',
      times: 2,
      status: 429,
      headers: { 'Retry-After': '7' },
      body: { error_code: 'APIGW.0308', error_msg: 'slow', request_id: 'x' },
    })
    expect(added.status).toBe(200)
    const list = () => sim.ims('/v2/cloudimages', { token })
    for (let use = 0; use < 2; use += 1) {
      const reply = await list()
      expect(reply).toMatchObject({ status: 429, json: { error_code: 'APIGW.0308' } })
      expect(reply.headers.get('Retry-After')).toBe('7')
    }
    expect((await list()).status).toBe(200)
  })

  test('a template, a plain path and a pattern', async () => {
    const { token, projectId } = await sim.signIn()
    const job = () => sim.ims(`/v1/${projectId}/jobs/aa`, { token })
    for (const path of ['/v1/{project_id}/jobs/{job_id}', `/v1/${projectId}/jobs/aa`, '^/v1/.*/jobs/']) {
      await fault({ service: 'ims', path, status: 503 })
      expect((await sim.ims('/v2/cloudimages', { token })).status).toBe(200)
      expect((await job()).status).toBe(503)
      expect((await job()).status).toBe(400)
    }
  })

  test('a cut before the call took effect, and one after', async () => {
    const { token } = await sim.signIn()
    const body = { name: 'x', image_url: 'ims-image:centos70.qcow2', min_disk: 40 }
    const send = () => sim.ims('/v2/cloudimages/action', { token, body })
    await fault({ service: 'ims', method: 'POST', drop: 'before' })
    await expect(send()).rejects.toThrow()
    expect((await stateOf(sim)).jobs).toHaveLength(0)
    await fault({ service: 'ims', method: 'POST', drop: 'after' })
    await expect(send()).rejects.toThrow()
    expect((await stateOf(sim)).jobs).toHaveLength(1)
  })

  test('a delay and a garbled body', async () => {
    await fault({ service: 'iam', delayMs: 30 })
    const start = performance.now()
    expect((await signIn()).status).toBe(201)
    expect(performance.now() - start).toBeGreaterThanOrEqual(29)
    await fault({ service: 'iam', garble: true })
    expect(await signIn()).toMatchObject({ status: 201, json: undefined })
  })

  test('OBS too, with its own errors', async () => {
    await fault({ service: 'obs', path: '/{bucket}/{key}', status: 503 })
    const reply = await fetch(`${sim.obsUrl}/ims-image/centos70.qcow2`)
    expect(reply.status).toBe(503)
    expect(await reply.text()).toContain('<Code>SlowDown</Code>')
  })

  test('are cleared', async () => {
    await fault({ service: 'iam', status: 500 })
    expect((await sim.control('/faults', { method: 'DELETE' })).status).toBe(204)
    expect((await signIn()).status).toBe(201)
  })

  test.each([
    { service: 'dns', status: 500 },
    { service: 'ims' },
    { service: 'ims', status: 500, delayMs: 5 },
    { service: 'ims', status: 500, times: 0 },
    { service: 'ims', status: 500, path: '(' },
    { service: 'ims', status: 500, methd: 'GET' },
    { named: 'unheard-of' },
    { job: 'imsImportImageJob' },
    { job: 'imsImportImageJob', code: 'IMG.0014', status: 500 },
  ])('%o is refused with a sentence', async (body) => {
    expect(await fault(body)).toMatchObject({
      status: 400,
      json: { message: expect.stringMatching(/^A fault takes /) },
    })
  })

  test('jobs of a type fail so many times, with any code, others do not', async () => {
    const fails = { job: 'imsImportImageJob', code: 'IMG.9999', reason: 'As asked', times: 2 }
    await fault(fails)
    await fault({ ...fails, job: 'imsCopyImageInRegionJob' })
    for (let count = 0; count < 3; count += 1) await startImport(sim)
    await sim.advance(3600)
    expect((await stateOf(sim)).jobs).toMatchObject([
      { status: 'FAIL', error_code: 'IMG.9999', fail_reason: 'As asked' },
      { status: 'FAIL', error_code: 'IMG.9999' },
      { status: 'SUCCESS' },
    ])
    expect((await sim.control('/faults')).json).toMatchObject({
      faults: [{ job: 'imsCopyImageInRegionJob' }],
    })
  })

  test('process-percent and running-without-entities change running jobs', async () => {
    const { token, projectId } = await sim.signIn()
    const started = await startImport(sim)
    const id = z.object({ job_id: z.string() }).parse(started.json).job_id
    const job = () => sim.ims(`/v1/${projectId}/jobs/${id}`, { token })
    await sim.advance(300)
    await fault({ named: 'process-percent' })
    expect((await job()).json).toMatchObject({ entities: { process_percent: expect.any(Number) } })
    await fault({ named: 'running-without-entities' })
    const bare = await job()
    expect(bare.json).not.toHaveProperty('entities')
    expect(bare.json).not.toHaveProperty('end_time')
  })
})

test('with a data folder jobs, images, tokens and the clock survive a restart', async () => {
  const data = await mkdtemp(join(tmpdir(), 'simulator-test-'))
  try {
    const first = await startForTests({ data, images: 2 })
    const session = await first.signIn()
    await startImport(first)
    await first.advance(300)
    const before = await stateOf(first)
    expect(before.jobs).toMatchObject([{ status: 'RUNNING' }])
    await first.close()

    const second = await startForTests({ data, images: 2 })
    const after = await stateOf(second)
    expect(after.jobs).toMatchObject([{ job_id: before.jobs[0]?.job_id, status: 'RUNNING' }])
    expect(after.images.map((image) => image.id).sort()).toEqual(
      before.images.map((image) => image.id).sort(),
    )
    expect(after.tokens.map((token) => token.id)).toEqual(before.tokens.map((token) => token.id))
    expect((await second.iam('/v3/auth/projects', { token: session.token })).status).toBe(200)
    await second.advance(3600)
    expect((await stateOf(second)).jobs).toMatchObject([{ status: 'SUCCESS' }])
    await second.close()
  } finally {
    await rm(data, { recursive: true })
  }
})

describe('an image that is put there', () => {
  const put = (body: unknown) => sim.control('/images', { body })

  test('is as it was asked for, whatever the contract says of it', async () => {
    const reply = await put({
      id: '7d0f4b52-6a0e-4f0b-9a43-0a3a5b1d8c11',
      name: 'odd',
      status: 'pending_delete',
      created_at: '2024-02-29T12:00:00Z',
      updated_at: '2025-01-01T00:00:00Z',
      members: [{ project: 'eu-de_lab' }],
      __brand_new: { deep: [1] },
    })
    const odd = {
      id: '7d0f4b52-6a0e-4f0b-9a43-0a3a5b1d8c11',
      name: 'odd',
      status: 'pending_delete',
      visibility: 'shared',
      created_at: '2024-02-29T12:00:00Z',
      updated_at: '2025-01-01T00:00:00Z',
      __brand_new: { deep: [1] },
    }
    expect(reply).toMatchObject({ status: 200, json: odd })
    const { token } = await sim.signIn()
    expect((await sim.ims(`/v2/images/${odd.id}`, { token })).json).toMatchObject(odd)
    const lab = await sim.signIn('demo', 'eu-de_lab')
    const [shared] = (await stateOf(sim)).images.filter((image) => image.name === 'odd')
    expect(shared?.members).toEqual([{ project_id: lab.projectId, status: 'pending' }])
    await put({ id: odd.id, name: 'replaced' })
    expect((await sim.ims(`/v2/images/${odd.id}`, { token })).json).toMatchObject({ name: 'replaced' })
  })

  test('is of the project it names', async () => {
    const reply = await put({ name: 'theirs', owner: 'eu-de_lab' })
    const { id } = z.object({ id: z.string() }).parse(reply.json)
    const { token } = await sim.signIn()
    expect((await sim.ims(`/v2/images/${id}`, { token })).status).toBe(404)
    const lab = await sim.signIn('demo', 'eu-de_lab')
    expect((await sim.ims(`/v2/images/${id}`, { token: lab.token })).status).toBe(200)
  })

  test.each([
    '',
    '[]',
    { id: 'x' },
    { created_at: 'yesterday' },
    { members: [{ project: 'x', status: 'maybe' }] },
  ])('%j is refused with a sentence', async (body) => {
    expect(await put(body)).toMatchObject({
      status: 400,
      json: { message: expect.stringMatching(/^An image takes /) },
    })
  })
})

test('images of the start that were changed, shared or deleted stay so over a restart, until a reset', async () => {
  const data = await mkdtemp(join(tmpdir(), 'simulator-test-'))
  try {
    const first = await startForTests({ data, images: 3 })
    const { token, projectId } = await first.signIn()
    const [a, b, c] = (await stateOf(first)).images.map((image) => image.id)
    const body = [{ op: 'replace', path: '/name', value: 'renamed' }]
    await first.ims(`/v2/cloudimages/${a}`, { method: 'PATCH', token, body })
    await first.ims(`/v2/images/${b}`, { method: 'DELETE', token })
    const lab = await first.signIn('demo', 'eu-de_lab')
    await first.ims('/v1/cloudimages/members', { token, body: { images: [c], projects: [lab.projectId] } })
    const pending = '/v2/cloudimages?visibility=shared&__imagetype=shared&member_status=pending'
    const offered = await first.ims(pending, { token })
    const neighbours = z.object({ images: z.array(z.object({ id: z.string() })) }).parse(offered.json).images
    await first.ims(`/v2/images/${neighbours[0]?.id}/members/${projectId}`, {
      method: 'PUT',
      token,
      body: { status: 'rejected' },
    })
    await first.close()

    const second = await startForTests({ data, images: 3 })
    await second.advance(60)
    expect((await stateOf(second)).images).toMatchObject([
      { id: a, name: 'renamed' },
      { id: c, visibility: 'shared' },
    ])
    expect((await second.ims(pending, { token })).json).toEqual({ images: [] })
    await second.control('/reset', { body: { keepImages: true } })
    expect((await stateOf(second)).images.map((image) => image.id).sort()).toEqual([a, c].sort())
    await second.control('/reset', { body: {} })
    expect((await stateOf(second)).images.map((image) => image.id).sort()).toEqual([a, b, c].sort())
    await second.close()
  } finally {
    await rm(data, { recursive: true })
  }
})

test('without a data folder nothing stays', async () => {
  const short = await startForTests()
  const { access } = await import('node:fs/promises')
  await access(short.dataFolder)
  await short.close()
  await expect(access(short.dataFolder)).rejects.toThrow()
})
