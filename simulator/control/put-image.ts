import * as z from 'zod/mini'
import { uuid } from '../chance.ts'
import { PROJECTS, projectIdIn } from '../iam/accounts.ts'
import { COMMON } from '../ims/common-properties.ts'
import { type ImageRecord, MEMBER_STATES } from '../records.ts'
import type { World } from '../world.ts'

const moment = z.optional(z.iso.datetime())

/**
 * Body of `POST /_sim/images`: an image of any kind. `owner` and `members` name projects by name or id; every
 * other member becomes a property as it stands, so that a client can be shown what the contract does not know.
 */
export const putImageRequest = z.looseObject({
  id: z.optional(z.uuid()),
  /** By default `…_demo` of the region that is played. */
  owner: z.optional(z.string()),
  status: z.optional(z.string()),
  created_at: moment,
  updated_at: moment,
  members: z.optional(
    z.array(z.object({ project: z.string(), status: z._default(z.enum(MEMBER_STATES), 'pending') })),
  ),
})
type PutImageRequest = z.infer<typeof putImageRequest>

const DEFAULTS: Record<string, unknown> = {
  ...COMMON,
  name: 'image',
  min_disk: 40,
  min_ram: 0,
  tags: [],
  virtual_env_type: 'FusionCompute',
  __os_type: 'Linux',
  __os_version: 'Debian GNU/Linux 10.0.0 64bit',
  __os_bit: '64',
  __platform: 'Debian',
  __imagetype: 'private',
  __image_size: '1342177280',
  __root_origin: 'file',
  __data_origin: 'file,ims-image:base.qcow2',
  __description: '',
  __is_config_init: 'false',
  enterprise_project_id: '0',
}

/** Puts an image into the world, or in the place of the one with its id. */
export function putImage(world: World, request: PutImageRequest): ImageRecord {
  const { id, owner, status, created_at, updated_at, members, ...properties } = request
  const now = world.clock.now()
  const createdAtMs = created_at === undefined ? now : Date.parse(created_at)
  world.sequence += 1
  const image: ImageRecord = {
    id: id ?? uuid(world.seed, 'put', world.sequence),
    owner: owner === undefined ? projectIdIn(world.options.region, 'demo') : projectId(owner),
    kind: properties.visibility === 'public' ? 'gold' : 'private',
    createdAtMs,
    ...(status === undefined ? {} : { status }),
    ...(updated_at === undefined ? {} : { changedAtMs: Date.parse(updated_at) }),
    ...(members === undefined
      ? {}
      : {
          members: members.map((member) => ({
            projectId: projectId(member.project),
            status: member.status,
            createdAtMs,
            updatedAtMs: createdAtMs,
          })),
        }),
    properties: { ...DEFAULTS, ...properties },
  }
  world.images.set(image.id, image)
  world.changed()
  return image
}

function projectId(nameOrId: string): string {
  return PROJECTS.find((project) => project.name === nameOrId)?.id ?? nameOrId
}
