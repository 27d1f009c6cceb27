/**
 * With Terraform or OpenTofu: the provider opentelekomcloud (1.36) where IMS is, the provider openstack for plain
 * Glance. Their documentation says which arguments make a new image when they change.
 */
import { tagKey } from '../edit.ts'
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
      return managing(subject)
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
        note: 'The other project has to accept it.',
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

/** In the provider of IMS name, tags and boot mode change in place; whatever else is different makes a new image. */
function managing(subject: CodeSubject): Code {
  const { api, image, change } = subject
  const label = labelOf(image.name)
  const resource = resourceOf(subject)
  const bootMode = change.bootMode ?? image.bootMode
  const tags = image.tags.map((tag) => [tagKey(tag), tag.slice(tagKey(tag).length + 1)] as const)
  const values: [string, string][] = [['name', hclText(change.name ?? image.name ?? '')]]
  if (api === 'ims') {
    if (image.sourceFile) values.push(['image_url', hclText(image.sourceFile)])
    if (image.minDiskGb !== null) values.push(['min_disk', String(image.minDiskGb)])
    if (bootMode && image.kind !== 'data') values.push(['hw_firmware_type', hclText(bootMode)])
  } else {
    values.push(['container_format', hclText(image.containerFormat ?? 'bare')])
    if (image.diskFormat) values.push(['disk_format', hclText(image.diskFormat)])
    const isProtected = change.isProtected ?? image.isProtected
    if (isProtected !== null) values.push(['protected', String(isProtected)])
  }
  return {
    code: [
      'import {',
      `  to = ${resource}.${label}`,
      `  id = ${hclText(image.id)}`,
      '}',
      '',
      `resource "${resource}" "${label}" {`,
      ...aligned(values),
      ...(api === 'ims' ? tagMap(tags) : tagList(image.tags)),
      '',
      '  lifecycle {',
      '    prevent_destroy = true',
      ...(api === 'ims'
        ? ['    ignore_changes  = [image_url, min_disk, os_version, min_ram, max_ram, description]']
        : []),
      '  }',
      '}',
    ].join('\n'),
    note:
      api === 'ims'
        ? 'The provider changes name, tags and boot mode in place. A change of anything else makes a new image and deletes this one, hence the lifecycle block. The import block needs Terraform 1.5.'
        : 'Read the plan before you apply it: what the provider cannot change in place makes a new image. The import block needs Terraform 1.5.',
  }
}

function resourceOf({ api, image: { kind } }: CodeSubject): string {
  if (api !== 'ims') return 'openstack_images_image_v2'
  return kind === 'data' ? 'opentelekomcloud_ims_data_image_v2' : 'opentelekomcloud_ims_image_v2'
}

function tagMap(tags: readonly (readonly [key: string, value: string])[]): string[] {
  if (tags.length === 0) return []
  const lines = aligned(tags.map(([key, value]) => [hclText(key), hclText(value)]))
  return ['', '  tags = {', ...lines.map((line) => `  ${line}`), '  }']
}

const tagList = (tags: readonly string[]) =>
  tags.length === 0 ? [] : ['', `  tags = [${tags.map(hclText).join(', ')}]`]

/** A name for Terraform's own use: letters, digits and underscores. */
function labelOf(name: string | null): string {
  const label = (name ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  return /^[a-z]/.test(label) ? label : label === '' ? 'image' : `image_${label}`
}

const block = (
  word: 'data' | 'resource',
  type: string,
  label: string,
  values: readonly (readonly [string, string])[],
) => [`${word} "${type}" "${label}" {`, ...aligned(values), '}'].join('\n')

/** As terraform fmt puts the equals signs under each other. */
function aligned(values: readonly (readonly [name: string, value: string])[]): string[] {
  const width = Math.max(...values.map(([name]) => name.length))
  return values.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`)
}
