import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type Session, startForTests, type TestSimulator } from '../client-for-tests.ts'

let sim: TestSimulator
let demo: Session
let lab: Session
beforeAll(async () => {
  sim = await startForTests()
})
afterAll(() => sim.close())
beforeEach(async () => {
  await sim.control('/reset', { body: {} })
  demo = await sim.signIn()
  lab = await sim.signIn('demo', 'eu-de_lab')
})

const image = z.looseObject({
  id: z.string(),
  name: z.string(),
  visibility: z.string(),
  updated_at: z.string(),
})
const put = async (properties: object = {}) =>
  image.parse((await sim.control('/images', { body: properties })).json).id
const call = (method: string, path: string, body?: unknown, session = demo) =>
  sim.ims(path, { method, token: session.token, body })
const members = (method: string, body: unknown, session = demo) =>
  call(method, '/v1/cloudimages/members', body, session)
const job = async (session: Session, started: { json: unknown }) => {
  const { job_id } = z.object({ job_id: z.string() }).parse(started.json)
  return sim.ims(`/v1/${session.projectId}/jobs/${job_id}`, { token: session.token })
}
const done = async (session: Session, started: { status: number; json: unknown }) => {
  expect(started.status).toBe(200)
  await sim.advance(30)
  return (await job(session, started)).json
}
const share = async (...images: string[]) => {
  const body = { images, projects: [lab.projectId] }
  return done(demo, await members('POST', body))
}
const list = async (session: Session, query: Record<string, string> = {}) => {
  const reply = await call('GET', `/v2/cloudimages?${new URLSearchParams(query)}`, undefined, session)
  return z.object({ images: z.array(image) }).parse(reply.json).images
}
const sharedWith = (session: Session, member_status: string) =>
  list(session, { visibility: 'shared', __imagetype: 'shared', member_status })
const names = (images: { name: string }[]) => images.map((each) => each.name)
const refusal = (code: string, status = 400) => ({
  status,
  json: { error: { code, message: expect.any(String) } },
})
const UNKNOWN = '00000000-0000-4000-8000-000000000000'
const other = (number: number) => `f${number.toString(16).padStart(31, '0')}`

describe('sharing by jobs', () => {
  test('takes seconds, and what it did shows at its end', async () => {
    const id = await put({ name: 'golden' })
    const started = await members('POST', { images: [id], projects: [lab.projectId] })
    expect((await job(demo, started)).json).toMatchObject({
      job_type: 'imsAddImageMembersJob',
      status: 'INIT',
      end_time: null,
      entities: {},
    })
    expect(await sharedWith(lab, 'pending')).toEqual([])
    await sim.advance(10)
    expect((await job(demo, started)).json).toMatchObject({
      status: 'SUCCESS',
      entities: { results: [{ image_id: id, project_id: lab.projectId, status: 'success' }] },
    })
    expect(names(await sharedWith(lab, 'pending'))).toEqual(['golden'])
  })

  test('turns the owner’s image into a shared one, and back when nobody is left', async () => {
    const id = await put({ name: 'golden' })
    const own = (query: object = {}) => list(demo, { owner: demo.projectId, ...query })
    const [before] = await own()
    await sim.advance(60)
    await share(id)
    expect(await own()).toMatchObject([{ id, visibility: 'shared', updated_at: before?.updated_at }])
    expect(await own({ visibility: 'private' })).toEqual([])
    expect(await own({ visibility: 'shared' })).toHaveLength(1)
    expect(await own({ visibility: 'shared', member_status: 'pending' })).toEqual([])
    const ended = await members('DELETE', { images: [id], projects: [lab.projectId] })
    expect(await done(demo, ended)).toMatchObject({
      job_type: 'imsDelImageMembersJob',
      entities: { results: [] },
    })
    expect(await own({ visibility: 'private' })).toMatchObject([{ id, visibility: 'private' }])
  })

  test('the recipient sees it everywhere once accepted, and by its state before', async () => {
    const id = await put({ name: 'golden' })
    await share(id)
    const visible = async () => names(await list(lab)).includes('golden')
    const native = async () =>
      (await call('GET', '/v2/images?limit=100', undefined, lab)).text.includes('golden')
    expect([await visible(), await native()]).toEqual([false, false])
    for (const status of ['accepted', 'rejected', 'accepted'] as const) {
      const started = await members('PUT', { images: [id], project_id: lab.projectId, status }, lab)
      expect(await done(lab, started)).toMatchObject({
        job_type: 'imsUpdateImageMembersJob',
        entities: { results: [{ image_id: id, project_id: lab.projectId, status: 'success' }] },
      })
      expect(names(await sharedWith(lab, status))).toEqual(['golden'])
      expect(await sharedWith(lab, 'pending')).toEqual([])
      expect([await visible(), await native()]).toEqual([status === 'accepted', status === 'accepted'])
      expect((await call('GET', `/v2/images/${id}`, undefined, lab)).status).toBe(200)
    }
    const solo = await sim.signIn('single', 'eu-de_solo')
    expect((await call('GET', `/v2/images/${id}`, undefined, solo)).status).toBe(404)
  })

  test('the recipient can neither change, tag, share nor delete it', async () => {
    const id = await put()
    await share(id)
    await done(
      lab,
      await members('PUT', { images: [id], project_id: lab.projectId, status: 'accepted' }, lab),
    )
    const body = { images: [id], projects: [other(1)] }
    expect(await members('POST', body, lab)).toMatchObject(refusal('IMG.0047'))
    expect(await members('DELETE', body, lab)).toMatchObject(refusal('IMG.0047'))
    expect(await call('PUT', `/v1/cloudimages/tags`, { image_id: id, tag: 'a' }, lab)).toMatchObject(
      refusal('IMG.0047'),
    )
  })

  test('what may not be shared is refused at once, and with it the whole call', async () => {
    const good = await put()
    const [gold] = await list(demo, { __imagetype: 'gold', limit: '1' })
    const nl = await sim.signIn('demo', 'eu-nl_demo')
    const KEY = '55555555-5555-4555-8555-555555555555'
    const cases: [string[], string[], string][] = [
      [[good], [demo.projectId], 'IMG.0076'],
      [[good], ['0'.repeat(32)], 'IMG.0108'],
      [[good], [lab.projectId, nl.projectId], 'IMG.0177'],
      [[good, UNKNOWN], [lab.projectId], 'IMG.0027'],
      [[good, gold?.id ?? ''], [lab.projectId], 'IMG.0089'],
      [[good, await put({ status: 'queued' })], [lab.projectId], 'IMG.0046'],
      [[good, await put({ __system__cmkid: KEY })], [lab.projectId], 'IMG.0098'],
      [[good, await put({ __whole_image: 'true' })], [lab.projectId], 'IMG.0135'],
      [[good], Array.from({ length: 257 }, (_, index) => other(index + 1)), 'IMG.0088'],
      [[], [lab.projectId], 'IMG.0001'],
    ]
    for (const [images, projects, code] of cases) {
      expect(await members('POST', { images, projects })).toMatchObject(refusal(code))
    }
    const reader = await sim.signIn('reader')
    expect(await members('POST', { images: [good], projects: [lab.projectId] }, reader)).toMatchObject(
      refusal('IMG.0026', 403),
    )
    await sim.advance(60)
    expect(await list(demo, { owner: demo.projectId, visibility: 'shared' })).toEqual([])
    const many = { images: [good], projects: Array.from({ length: 256 }, (_, index) => other(index + 1)) }
    expect(await done(demo, await members('POST', many))).toMatchObject({ status: 'SUCCESS' })
    expect(await members('POST', { images: [good], projects: [lab.projectId] })).toMatchObject(
      refusal('IMG.0088'),
    )
  })

  test('an answer is for one’s own project and an image one was offered', async () => {
    const id = await put()
    const body = { images: [id], project_id: lab.projectId, status: 'accepted' }
    expect(await members('PUT', body, lab)).toMatchObject(refusal('IMG.0027'))
    await share(id)
    expect(await members('PUT', { ...body, project_id: demo.projectId }, lab)).toMatchObject(
      refusal('IMG.0067'),
    )
    expect(await members('PUT', { ...body, status: 'pending' }, lab)).toMatchObject(refusal('IMG.0001'))
    const solo = await sim.signIn('single', 'eu-de_solo')
    expect(await members('PUT', { ...body, project_id: solo.projectId }, solo)).toMatchObject(
      refusal('IMG.0027'),
    )
  })

  test('an image deleted meanwhile is a failed result, and a job without any success fails', async () => {
    const [one, two] = [await put(), await put()]
    const body = { images: [one, two], projects: [lab.projectId] }
    const started = await members('POST', body)
    await call('DELETE', `/v2/images/${one}`)
    expect(await done(demo, started)).toMatchObject({
      status: 'SUCCESS',
      entities: {
        results: [
          { image_id: one, status: 'failed' },
          { image_id: two, status: 'success' },
        ],
      },
    })
    const again = await members('POST', { ...body, images: [two] })
    await call('DELETE', `/v2/images/${two}`)
    expect(await done(demo, again)).toMatchObject({ status: 'FAIL', error_code: 'IMG.0112', entities: {} })
  })

  test('a fault makes the next job of its type fail and do nothing', async () => {
    const id = await put()
    const fault = { job: 'imsAddImageMembersJob', code: 'IMG.0112', reason: 'No luck' }
    await sim.control('/faults', { body: fault })
    expect(await share(id)).toMatchObject({ status: 'FAIL', error_code: 'IMG.0112', fail_reason: 'No luck' })
    expect(await sharedWith(lab, 'pending')).toEqual([])
    expect(await share(id)).toMatchObject({ status: 'SUCCESS' })
  })
})

describe('sharing natively', () => {
  const native = (method: string, id: string, member = '', body?: unknown, session = demo) =>
    call(method, `/v2/images/${id}/members${member === '' ? '' : `/${member}`}`, body, session)

  test('goes at once: add, list, accept, remove', async () => {
    const id = await put()
    const added = await native('POST', id, '', { member: lab.projectId })
    const member = {
      image_id: id,
      member_id: lab.projectId,
      status: 'pending',
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
      schema: '/v2/schemas/member',
    }
    expect(added).toMatchObject({ status: 200, json: member })
    expect((await native('POST', id, '', { member: lab.projectId })).status).toBe(409)
    expect((await native('PUT', id, lab.projectId, { status: 'accepted' })).status).toBe(403)
    await sim.advance(60)
    const accepted = await native('PUT', id, lab.projectId, { status: 'accepted' }, lab)
    expect(accepted).toMatchObject({ status: 200, json: { ...member, status: 'accepted' } })
    expect(await native('PUT', id, lab.projectId, { status: 'pending' }, lab)).toMatchObject(
      refusal('IMG.0001'),
    )
    await native('POST', id, '', { member: other(7) })
    expect((await native('GET', id)).json).toMatchObject({
      members: [
        { member_id: lab.projectId, status: 'accepted' },
        { member_id: other(7), status: 'pending' },
      ],
      schema: '/v2/schemas/members',
    })
    expect((await native('GET', id, '', undefined, lab)).json).toMatchObject({
      members: [{ member_id: lab.projectId }],
    })
    expect((await native('GET', id, other(7))).json).toMatchObject({ member_id: other(7) })
    expect((await native('GET', id, other(7), undefined, lab)).status).toBe(404)
    expect((await native('DELETE', id, lab.projectId)).status).toBe(204)
    expect((await native('DELETE', id, lab.projectId)).status).toBe(404)
    expect((await native('GET', id, '', undefined, lab)).status).toBe(404)
  })

  test('refuses as the jobs do', async () => {
    const id = await put()
    expect(await native('POST', id, '', { member: demo.projectId })).toMatchObject(refusal('IMG.0076'))
    expect((await native('POST', UNKNOWN, '', { member: lab.projectId })).status).toBe(404)
    const [gold] = await list(demo, { __imagetype: 'gold', limit: '1' })
    expect((await native('GET', gold?.id ?? '')).status).toBe(403)
  })

  test('images of a neighbour are accepted and rejected like any', async () => {
    const [pending] = await sharedWith(demo, 'pending')
    const id = pending?.id ?? ''
    expect((await native('PUT', id, demo.projectId, { status: 'accepted' })).status).toBe(200)
    expect(await sharedWith(demo, 'accepted')).toHaveLength(2)
    expect(await sharedWith(demo, 'pending')).toEqual([])
  })
})

test('the quota tells shared images and the members of the most shared one', async () => {
  const id = await put()
  await put()
  await done(demo, await members('POST', { images: [id], projects: [lab.projectId, other(1), other(2)] }))
  expect((await call('GET', '/v1/cloudimages/quota')).json).toMatchObject({
    quotas: {
      resources: [
        { type: 'image', used: 2, quota: 50 },
        { type: 'image_shared', used: 1, quota: 50 },
        { type: 'image_member', used: 3, quota: 256 },
      ],
    },
  })
})
