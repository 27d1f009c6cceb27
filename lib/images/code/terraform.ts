/**
 * With Terraform or OpenTofu: the provider opentelekomcloud (1.36) where IMS is, the provider openstack for plain
 * Glance. Their documentation says which arguments make a new image when they change.
 */
import { isMadeSharedFirst } from '../share-rules.ts'
import { aligned, block } from './hcl.ts'
import { hclText } from './quoting.ts'
import {
  baseName,
  type Code,
  type CodeAct,
  type CodeSubject,
  flavorOf,
  NO_SERVER,
  OTHER_PROJECT,
} from './subject.ts'
import { changing } from './terraform-change.ts'
import { labelOf, resourceOf } from './terraform-names.ts'

const ACCEPTED_THERE = 'The other project has to accept it.'
const sharedFirst = (id: string) =>
  `The image has to say shared first: visibility = "shared" where Terraform looks after it, else openstack image set --shared ${id}.`
const UNKNOWN = 'Slipway knows no part of the provider that does this. Take curl.'

export function terraform(act: CodeAct, subject: CodeSubject): Code {
  const { api, image, memberId } = subject
  const label = labelOf(image.name)
  switch (act) {
    case 'show':
      return finding(subject)
    case 'server':
      return making(subject)
    case 'change':
      return changing(subject)
    case 'share':
      return {
        code:
          api === 'ims'
            ? block('resource', 'opentelekomcloud_ims_image_share_v1', label, [
                ['source_image_id', hclText(image.id)],
                ['target_project_ids', `[${hclText(memberId ?? OTHER_PROJECT)}]`],
              ])
            : block('resource', 'openstack_images_image_access_v2', label, [
                ['image_id', hclText(image.id)],
                ['member_id', hclText(memberId ?? OTHER_PROJECT)],
              ]),
        note: isMadeSharedFirst(api, image) ? `${sharedFirst(image.id)} ${ACCEPTED_THERE}` : ACCEPTED_THERE,
      }
    case 'accept':
      return {
        code:
          api === 'ims'
            ? block('resource', 'opentelekomcloud_ims_image_share_accept_v1', label, [
                ['image_id', hclText(image.id)],
              ])
            : block('resource', 'openstack_images_image_access_accept_v2', label, [
                ['image_id', hclText(image.id)],
                ['status', '"accepted"'],
              ]),
        note: 'Taking it out of the configuration rejects the image.',
      }
    case 'export':
    case 'copy':
      return { why: UNKNOWN }
    case 'delete':
      return {
        code: `terraform destroy -target=${resourceOf(subject)}.${label}`,
        note: 'Of an image that Terraform looks after, as “Change it” sets it up; prevent_destroy has to go first. This cannot be undone.',
      }
  }
}

/** The data source finds by name: it takes no id. */
function finding({ api, image: { name, visibility } }: CodeSubject): Code {
  if (!name) return { why: 'Terraform finds images by name, and this one has none. Write its id instead.' }
  const source = api === 'ims' ? 'opentelekomcloud_images_image_v2' : 'openstack_images_image_v2'
  return {
    code: block('data', source, labelOf(name), [
      ['name', hclText(name)],
      ...(visibility ? [['visibility', hclText(visibility)] as const] : []),
      ['most_recent', 'true'],
    ]),
    note: 'It finds the newest image of this name, not this one by its id. Names need not be unique.',
  }
}

function making({ api, image: { id, kind, name, minDiskGb } }: CodeSubject): Code {
  if (kind === 'iso') return NO_SERVER
  const provider = api === 'ims' ? 'opentelekomcloud' : 'openstack'
  const size = String(minDiskGb ?? 40)
  if (kind === 'data')
    return {
      code: block('resource', `${provider}_blockstorage_volume_v${api === 'ims' ? 2 : 3}`, labelOf(name), [
        ['name', hclText(`${baseName(name)}-disk`)],
        ['image_id', hclText(id)],
        ['size', size],
      ]),
      note: null,
    }
  const disk = [
    ['uuid', hclText(id)],
    ['source_type', '"image"'],
    ['destination_type', '"volume"'],
    ['volume_size', size],
    ['boot_index', '0'],
    ['delete_on_termination', 'true'],
  ] as const
  return {
    code: [
      `resource "${provider}_compute_instance_v2" "${labelOf(name)}" {`,
      ...aligned([
        ['name', hclText(`${baseName(name)}-test`)],
        ['flavor_name', hclText(flavorOf(api))],
      ]),
      '',
      '  block_device {',
      ...aligned(disk).map((line) => `  ${line}`),
      '  }',
      '',
      '  network {',
      '    uuid = "YOUR-NETWORK"',
      '  }',
      '}',
    ].join('\n'),
    note: null,
  }
}
