import type { World } from '../world.ts'
import { deleteImage } from './delete.ts'
import { imsError, nativeError, nativeRefusal } from './errors.ts'
import { imageView, nativeDetail } from './images.ts'
import { patchNatively } from './native-patch.ts'
import { patchImage } from './patch.ts'
import type { On } from './route.ts'

/** Changing and deleting one image (ims.md 7 to 9). */
export function changeRoutes(world: World, on: On): void {
  on('PATCH', '/v2/cloudimages/{image_id}', async (c, caller) => {
    const patched = patchImage(world, caller, c.req.param('image_id') ?? '', await c.req.text())
    return patched.ok
      ? Response.json(imageView(world, patched.value, world.clock.now()))
      : imsError(patched.code, patched.message)
  })

  on('PATCH', '/v2/images/{image_id}', async (c, caller) => {
    const request = { mediaType: c.req.header('Content-Type'), text: await c.req.text() }
    const patched = patchNatively(world, caller, c.req.param('image_id') ?? '', request)
    if (patched.ok) return Response.json(nativeDetail(world, patched.value))
    return patched.status === undefined
      ? nativeRefusal(world, patched)
      : nativeError(world, patched.status, patched.code, patched.message)
  })

  on('DELETE', '/v2/images/{image_id}', async (c, caller) => {
    const deleted = deleteImage(world, caller, c.req.param('image_id') ?? '', await c.req.text())
    return deleted.ok ? new Response(null, { status: 204 }) : nativeRefusal(world, deleted)
  })
}
