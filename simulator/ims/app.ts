import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { throughGate } from '../control/gate.ts'
import { countUnknown, type World } from '../world.ts'
import { changeRoutes } from './change-routes.ts'
import { gatewayError, imsError, nativeError, nativeRefusal, notSimulated } from './errors.ts'
import { findImage } from './find-image.ts'
import { listImages, unknownMembers } from './image-list.ts'
import { quotaAnswer } from './image-usage.ts'
import { imageView, nativeDetail } from './images.ts'
import { acceptImport } from './import.ts'
import type { ImportCall } from './import-order.ts'
import { jobView } from './jobs.ts'
import { memberRoutes } from './member-routes.ts'
import { NOT_SIMULATED } from './operations.ts'
import { osVersionsAnswer } from './os-versions.ts'
import type { On } from './route.ts'
import { settleJobs } from './settle.ts'
import { tagRoutes } from './tag-routes.ts'
import { taskRoutes } from './task-routes.ts'
import { callerOf } from './token-check.ts'

/** The gateway's limit of a body (ims.md 0). */
const BODY_MAX_BYTES = 12 * 1024 * 1024
/** Default and cap of the two lists (ims.md 5, 6). The native cap is Glance's own default. Inferred. */
const EXTENSION_LIMIT = { default: 500, max: 500 }
const NATIVE_LIMIT = { default: 25, max: 1000 }

/** IMS at the root of its port (ims.md). A token is asked for before anything else, as the gateway does. */
export function imsApp(world: World): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  const on: On = (method, template, handler) => {
    app.on(method, template.replaceAll(/\{(\w+)\}/g, ':$1'), (c) =>
      throughGate(world, 'ims', template, c, async () => {
        if (Number(c.req.header('Content-Length') ?? 0) > BODY_MAX_BYTES) return gatewayError('tooLarge')
        await settleJobs(world)
        const check = callerOf(world, c.req.header('X-Auth-Token'))
        return check.ok ? handler(c, check.caller) : gatewayError(check.refusal)
      }),
    )
  }
  const onImport = (template: string, call: ImportCall) =>
    on('POST', template, async (c, caller) => {
      const answer = await acceptImport(world, caller, call, await c.req.text())
      if (answer.ok) return Response.json({ job_id: answer.jobId })
      if ('notSimulated' in answer) return notSimulated(answer.notSimulated)
      return imsError(answer.code, answer.message)
    })

  onImport('/v2/cloudimages/action', 'system')
  onImport('/v1/cloudimages/dataimages/action', 'data')
  onImport('/v2/cloudimages/quickimport/action', 'quick')

  on('GET', '/v2/cloudimages', (c, caller) => {
    const query = new URL(c.req.url).searchParams
    countUnknown(world, 'GET /v2/cloudimages', unknownMembers(query))
    const page = listImages(world, caller.project, query, EXTENSION_LIMIT)
    if (!page.ok) return imsError(page.code, page.message)
    const now = world.clock.now()
    return Response.json({ images: page.images.map((image) => imageView(world, image, now)) })
  })

  on('GET', '/v1/cloudimages/quota', (_, caller) => Response.json(quotaAnswer(world, caller.project.id)))

  on('GET', '/v1/cloudimages/os_version', () => Response.json(osVersionsAnswer()))

  on('GET', '/v2/images', (c, caller) => {
    const query = new URL(c.req.url).searchParams
    const page = listImages(world, caller.project, query, NATIVE_LIMIT)
    if (!page.ok) return nativeError(world, 400, page.code, page.message)
    const now = world.clock.now()
    const last = page.images.at(-1)
    const next = new URLSearchParams(query)
    next.delete('marker')
    const first = next.size > 0 ? `/v2/images?${next}` : '/v2/images'
    next.set('marker', last?.id ?? '')
    return Response.json({
      images: page.images.map((image) => imageView(world, image, now)),
      first,
      ...(page.isLast ? {} : { next: `/v2/images?${next}` }),
      schema: '/v2/schemas/images',
    })
  })

  on('GET', '/v2/images/{image_id}', (c, caller) => {
    const found = findImage(world, caller, c.req.param('image_id') ?? '')
    return found.ok ? Response.json(nativeDetail(world, found.value.image)) : nativeRefusal(world, found)
  })

  changeRoutes(world, on)
  tagRoutes(world, on)
  memberRoutes(world, on)
  taskRoutes(world, on)

  on('GET', '/v1/{project_id}/jobs/{job_id}', (c, caller) => {
    if (c.req.param('project_id') !== caller.project.id) {
      return imsError('IMG.0030', 'The project in the path is not the one of the token.')
    }
    const job = world.jobs.get(c.req.param('job_id') ?? '')
    if (job && job.projectId === caller.project.id) {
      return Response.json(jobView(world, job, world.clock.now()))
    }
    if (!world.quirks.has('unknown-job-404')) return imsError('IMG.0023', 'There is no such job.')
    return Response.json({ error: { code: 'IMG.0023', message: 'There is no such job.' } }, { status: 404 })
  })

  for (const [method, template, name] of NOT_SIMULATED) {
    on(method, template, () => notSimulated(`${name} (${method} ${template})`))
  }
  app.notFound((c) => throughGate(world, 'ims', '(unknown path)', c, () => gatewayError('unknownPath')))
  return app
}
