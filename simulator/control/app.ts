import { Hono } from 'hono'
import * as z from 'zod/mini'
import { inMilliseconds } from '../clock.ts'
import { imageView } from '../ims/images.ts'
import { jobView } from '../ims/jobs.ts'
import { settleJobs } from '../ims/settle.ts'
import { dropLostParts } from '../obs/uploads.ts'
import { resetWorld, type World } from '../world.ts'
import { faultRequest } from './faults.ts'
import { putImage, putImageRequest } from './put-image.ts'

const resetRequest = z.strictObject({ keepImages: z.optional(z.boolean()) })
const clockRequest = z.union([
  z.strictObject({ speed: z.number().check(z.gt(0), z.lte(1e6)) }),
  z.strictObject({ advanceSeconds: z.number().check(z.minimum(0), z.lte(1e9)) }),
])

/** The simulator's own controls under /_sim (docs/simulator.md, "Controls"). Not counted, never faulty. */
export function controlApp(world: World): Hono {
  const app = new Hono()
  const clockAnswer = () => ({ now: inMilliseconds(world.clock.now()), speed: world.clock.speed() })

  app.get('/counters', (c) => c.json(Object.fromEntries(world.counters)))

  app.post('/reset', async (c) => {
    const body = await parsed(c.req.raw, resetRequest, {})
    if (!body.ok) return c.json({ message: `Reset takes {"keepImages": true|false}. ${body.why}` }, 400)
    resetWorld(world, body.value.keepImages ?? false)
    await dropLostParts(world)
    return c.json(clockAnswer())
  })

  app.get('/clock', (c) => c.json(clockAnswer()))
  app.post('/clock', async (c) => {
    const body = await parsed(c.req.raw, clockRequest)
    if (!body.ok) {
      const message = `The clock takes {"speed": n > 0} or {"advanceSeconds": n >= 0}. ${body.why}`
      return c.json({ message }, 400)
    }
    if ('speed' in body.value) world.clock.setSpeed(body.value.speed)
    else world.clock.advance(body.value.advanceSeconds)
    world.changed()
    return c.json(clockAnswer())
  })

  app.get('/faults', (c) => c.json({ faults: world.faults, named: [...world.quirks] }))
  app.post('/faults', async (c) => {
    const body = await parsed(c.req.raw, faultRequest)
    if (!body.ok) {
      const message = `A fault takes service, method, path, times and one of status, delayMs, drop, garble; or job, code, reason, times; or named. ${body.why}`
      return c.json({ message }, 400)
    }
    if ('named' in body.value) world.quirks.add(body.value.named)
    else world.faults.push(body.value)
    return c.json({ faults: world.faults, named: [...world.quirks] })
  })
  app.delete('/faults', (c) => {
    world.faults.length = 0
    world.quirks.clear()
    return c.body(null, 204)
  })

  app.post('/images', async (c) => {
    const body = await parsed(c.req.raw, putImageRequest)
    if (!body.ok)
      return c.json({ message: `An image takes properties in the cloud's form. ${body.why}` }, 400)
    return c.json(imageView(world, putImage(world, body.value), world.clock.now()))
  })

  app.get('/state', async (c) => {
    await settleJobs(world)
    return c.json(stateView(world))
  })
  app.notFound((c) => c.json({ message: `No control ${c.req.method} ${c.req.path}.` }, 404))
  return app
}

/** Private images (in wire form, with whom they are shared), jobs (in wire form, with their project) and tokens (without the token itself). */
function stateView(world: World) {
  const now = world.clock.now()
  const images = []
  for (const image of world.images.values()) {
    if (image.kind !== 'private') continue
    const view = imageView(world, image, now)
    const members = image.members?.map(({ projectId, status }) => ({ project_id: projectId, status })) ?? []
    if (view) images.push({ ...view, members })
  }
  return {
    now: inMilliseconds(now),
    images,
    jobs: [...world.jobs.values()].map((job) => ({
      ...jobView(world, job, now),
      project_id: job.projectId,
      image_id: job.imageId,
    })),
    tokens: [...world.tokens.values()].map((token) => ({
      id: token.id,
      user: token.userName,
      scope: token.scope,
      methods: token.methods,
      issued_at: inMilliseconds(token.issuedAtMs),
      expires_at: inMilliseconds(token.expiresAtMs),
      revoked: token.revoked,
      expired: token.expiresAtMs <= now,
    })),
    unknown_members: Object.fromEntries(world.unknownMembers),
  }
}

async function parsed<T>(
  request: Request,
  schema: z.ZodMiniType<T>,
  whenEmpty?: unknown,
): Promise<{ ok: true; value: T } | { ok: false; why: string }> {
  const text = await request.text()
  let body: unknown = whenEmpty
  if (text.trim() !== '') {
    try {
      body = JSON.parse(text)
    } catch {
      return { ok: false, why: 'The body is no JSON.' }
    }
  }
  const result = schema.safeParse(body)
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, why: z.prettifyError(result.error) }
}
