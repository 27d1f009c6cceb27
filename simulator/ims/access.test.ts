import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import {
  gatewayError,
  passwordSignIn,
  type Session,
  startForTests,
  type TestSimulator,
} from '../client-for-tests.ts'

let sim: TestSimulator
let demo: Session
beforeAll(async () => {
  sim = await startForTests()
})
afterAll(() => sim.close())
beforeEach(async () => {
  await sim.control('/reset', { body: {} })
  demo = await sim.signIn()
})

const SYSTEM = '/v2/cloudimages/action'
const good = {
  name: 'centos-7',
  image_url: 'ims-image:centos70.qcow2',
  min_disk: 40,
  os_version: 'CentOS 7.0 64bit',
}
const send = (path: string, body: unknown, session = demo) => sim.ims(path, { token: session.token, body })
const refusal = (code: string, status = 400) => ({
  status,
  json: { error: { code, message: expect.any(String) } },
})

async function accepted(path: string, body: unknown): Promise<string> {
  const reply = await send(path, body)
  expect(reply).toMatchObject({ status: 200, json: { job_id: expect.stringMatching(/^[0-9a-f]{32}$/) } })
  return z.object({ job_id: z.string() }).parse(reply.json).job_id
}
const job = (id: string) => sim.ims(`/v1/${demo.projectId}/jobs/${id}`, { token: demo.token })

describe('tokens at IMS', () => {
  test('none, a damaged and a revoked one are APIGW.0301, an expired one APIGW.0307', async () => {
    const list = (token?: string) => sim.ims('/v2/cloudimages', token === undefined ? {} : { token })
    expect(await list()).toMatchObject({ status: 401, json: gatewayError('APIGW.0301') })
    expect(await list('MIIx')).toMatchObject({ status: 401, json: gatewayError('APIGW.0301') })
    await sim.advance(24 * 3600 + 1)
    expect(await list(demo.token)).toMatchObject({ status: 401, json: gatewayError('APIGW.0307') })
    const { token } = await sim.signIn()
    await sim.iam('/v3/auth/tokens', { method: 'DELETE', token, headers: { 'X-Subject-Token': token } })
    expect(await list(token)).toMatchObject({ status: 401, json: gatewayError('APIGW.0301') })
  })

  test('a job goes on when the token ends', async () => {
    const id = await accepted(SYSTEM, good)
    await sim.advance(25 * 3600)
    demo = await sim.signIn()
    expect((await job(id)).json).toMatchObject({ status: 'SUCCESS' })
  })

  test('only a token of a project of this region will do', async () => {
    const unscoped = await sim.iam('/v3/auth/tokens', { body: passwordSignIn('demo') })
    const other = await sim.signIn('demo', 'eu-nl_demo')
    for (const token of [unscoped.headers.get('X-Subject-Token') ?? '', other.token]) {
      expect(await sim.ims('/v2/cloudimages', { token })).toMatchObject({ status: 401 })
    }
  })

  test('a job is seen in its own project only', async () => {
    const id = await accepted(SYSTEM, good)
    const lab = await sim.signIn('demo', 'eu-de_lab')
    const path = (projectId: string) => `/v1/${projectId}/jobs/${id}`
    expect(await sim.ims(path(lab.projectId), { token: lab.token })).toMatchObject(refusal('IMG.0023'))
    expect(await sim.ims(path(demo.projectId), { token: lab.token })).toMatchObject(refusal('IMG.0030'))
  })
})

describe('what is not simulated', () => {
  test.each([
    ['POST', SYSTEM, { ...good, data_images: [{ image_url: 'ims-image:data-volume.qcow2', min_disk: 20 }] }],
    ['POST', SYSTEM, { name: 'x', instance_id: 'y' }],
    ['PUT', '/v1/cloudimages/7d0f4b52-6a0e-4f0b-9a43-0a3a5b1d8c11/upload', {}],
    ['POST', '/v1/cloudimages/wholeimages/action', {}],
  ])('%s %s answers 501 and names the operation', async (method, path, body) => {
    const reply = await sim.ims(path, { method, token: demo.token, body })
    expect(reply).toMatchObject({
      status: 501,
      json: { error: { message: expect.stringMatching(/does not do this: \w+/) } },
    })
  })

  test.each([
    ['GET', '/v2/nothing'],
    ['GET', '/v2/images/'],
    ['POST', '/v1/cloudimages/tags'],
    ['POST', '/v1/cloudimages/7d0f4b52-6a0e-4f0b-9a43-0a3a5b1d8c11/cross_region_copy'],
    ['GET', '/v1/cloudimages/job/5e1f0c7a9b3d4e6f8a1b2c3d4e5f6071'],
  ])('%s %s does not exist', async (method, path) => {
    const reply = await sim.ims(path, { method, token: demo.token })
    expect(reply).toMatchObject({ status: 404, json: gatewayError('APIGW.0101') })
  })
})
