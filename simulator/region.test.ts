import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { startForTests, type TestSimulator } from './client-for-tests.ts'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startForTests({ region: 'eu-nl', images: 5 })
})
afterAll(() => simulator.close())

test('a simulator of eu-nl serves the projects of eu-nl, and none of eu-de', async () => {
  const here = await simulator.signIn('demo', 'eu-nl_demo')
  const own = await simulator.ims('/v2/cloudimages?__imagetype=private', { token: here.token })
  expect(own.status).toBe(200)
  expect(z.parse(z.object({ images: z.array(z.unknown()) }), own.json).images).toHaveLength(5)
  const offered = await simulator.ims('/v2/cloudimages?__imagetype=shared&member_status=pending', {
    token: here.token,
  })
  expect(offered.text).toContain('neighbour-base-1')

  const elsewhere = await simulator.signIn('demo', 'eu-de_demo')
  expect((await simulator.ims('/v2/cloudimages', { token: elsewhere.token })).status).toBe(401)
})

test('an image is shared within the region alone', async () => {
  const { token } = await simulator.signIn('demo', 'eu-nl_demo')
  const abroad = await simulator.signIn('demo', 'eu-de_lab')
  const made = await simulator.control('/images', { body: { name: 'of-nl' } })
  const { id } = z.parse(z.object({ id: z.string() }), made.json)
  const refused = await simulator.ims(`/v2/images/${id}/members`, {
    token,
    body: { member: abroad.projectId },
  })
  expect(refused.text).toContain('IMG.0177')
})
