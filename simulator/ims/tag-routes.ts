import * as z from 'zod/mini'
import type { World } from '../world.ts'
import { addTags, deleteTags, listTags, projectTags, putTag } from './change-tags.ts'
import { imsError, nativeError, nativeRefusal } from './errors.ts'
import { findImage } from './find-image.ts'
import { bodyOf } from './json-body.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { On } from './route.ts'
import { actOnTags } from './tag-action.ts'
import { searchByTags } from './tag-search.ts'
import { checkedTag, tagsOf } from './tags.ts'

/** Key of a native tag (ims.md 10). */
const NATIVE_TAG = /^[A-Za-z0-9_-]{1,255}$/
/** Tags in one answer of `GET /v1/cloudimages/tags`; not documented, as for images. */
const TAGS_LIMIT = 500

const done = () => new Response(null, { status: 204 })

/** The calls for tags of images (ims.md 10). */
export function tagRoutes(world: World, on: On): void {
  on('PUT', '/v1/cloudimages/tags', async (c, caller) => {
    const put = putTag(world, caller, await c.req.text())
    return put.ok ? done() : imsError(put.code, put.message)
  })

  on('GET', '/v1/cloudimages/tags', (c, caller) => {
    const query = new URL(c.req.url).searchParams
    const listed = listTags(world, caller, query)
    if (!listed.ok) return imsError(listed.code, listed.message)
    const limit = Math.min(Math.max(1, Number(query.get('limit') ?? TAGS_LIMIT) || TAGS_LIMIT), TAGS_LIMIT)
    const start = (Math.max(1, Number(query.get('page') ?? 1) || 1) - 1) * limit
    return Response.json({ tags: listed.value.slice(start, start + limit) })
  })

  v2TagRoutes(world, on)

  for (const method of ['PUT', 'DELETE']) {
    on(method, '/v2/images/{image_id}/tags/{tag}', (c, caller) => {
      const id = c.req.param('image_id') ?? ''
      const key = c.req.param('tag') ?? ''
      if (!NATIVE_TAG.test(key)) return nativeRefusal(world, refuse('IMG.0115', 'A tag is a key.'))
      if (method === 'PUT') {
        const added = addTags(world, caller, id, [{ key }])
        return added.ok ? done() : nativeRefusal(world, added)
      }
      const deleted = deleteTags(world, caller, id, [{ key }])
      if (!deleted.ok) return nativeRefusal(world, deleted)
      return deleted.value > 0 ? done() : nativeError(world, 404, 'IMG.0115', `Failed to find tag ${key}`)
    })
  }
}

const oneTag = z.object({ tag: z.object({ key: z.string(), value: z.string() }) })

/** The newer calls, under the project; their pages name statuses only, so the codes are inferred. */
function v2TagRoutes(world: World, on: On): void {
  const onProject: On = (method, template, handler) =>
    on(method, template, (c, caller) =>
      c.req.param('project_id') === caller.project.id
        ? handler(c, caller)
        : imsError('IMG.0030', 'The project in the path is not the one of the token.'),
    )

  onProject('GET', '/v2/{project_id}/images/tags', (_, caller) =>
    Response.json({ tags: projectTags(world, caller) }),
  )

  onProject('POST', '/v2/{project_id}/images/resource_instances/action', async (c, caller) => {
    const found = searchByTags(world, caller, await c.req.text())
    return found.ok ? Response.json(found.value) : imsError(found.code, found.message)
  })

  onProject('GET', '/v2/{project_id}/images/{image_id}/tags', (c, caller) => {
    const found = findImage(world, caller, c.req.param('image_id') ?? '')
    if (!found.ok) return withStatus(found)
    return Response.json({ tags: tagsOf(found.value.image).map(({ key, value = '' }) => ({ key, value })) })
  })

  onProject('POST', '/v2/{project_id}/images/{image_id}/tags', async (c, caller) => {
    const body = bodyOf(await c.req.text(), oneTag, '{"tag": {"key", "value"}}')
    if (!body.ok) return withStatus(body)
    const tag = checkedTag(body.value.tag.key, body.value.tag.value)
    if (!tag.ok) return withStatus(tag)
    const added = addTags(world, caller, c.req.param('image_id') ?? '', [tag.value])
    return added.ok ? done() : withStatus(added)
  })

  onProject('POST', '/v2/{project_id}/images/{image_id}/tags/action', async (c, caller) => {
    const acted = actOnTags(world, caller, c.req.param('image_id') ?? '', await c.req.text())
    return acted.ok ? done() : withStatus(acted)
  })

  onProject('DELETE', '/v2/{project_id}/images/{image_id}/tags/{key}', (c, caller) => {
    const key = c.req.param('key') ?? ''
    const deleted = deleteTags(world, caller, c.req.param('image_id') ?? '', [{ key }])
    if (!deleted.ok) return withStatus(deleted)
    return deleted.value > 0 ? done() : imsError('IMG.0115', `The image has no tag ${key}.`, 404)
  })
}

const STATUSES: Record<string, number> = { 'IMG.0027': 404, 'IMG.0047': 403 }

function withStatus({ code, message }: Refusal): Response {
  return imsError(code, message, STATUSES[code])
}
