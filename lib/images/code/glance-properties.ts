import type { ImageChange } from '../../cloud/images/patch.ts'
import { patchOf } from '../../cloud/images/patch.ts'
import type { CodeSubject } from './subject.ts'

/** Members with a place of their own in Glance's schema, and those that only Glance writes; all others are properties. */
const NO_PROPERTY: ReadonlySet<string> = new Set([
  ...[
    'id',
    'name',
    'status',
    'owner',
    'visibility',
    'protected',
    'tags',
    'metadata',
    'schema',
    'self',
    'file',
  ],
  ...['min_disk', 'min_ram', 'disk_format', 'container_format', 'size', 'virtual_size', 'checksum'],
  ...['created_at', 'updated_at', 'deleted', 'deleted_at', 'locations', 'location', 'direct_url', 'stores'],
  ...['os_hidden', 'os_hash_algo', 'os_hash_value'],
])
const GLANCE_ONLY = 'os_glance'

/**
 * All properties of an image of plain Glance with a change made to them, sorted; null when it changes none. Terraform
 * removes those that its map leaves out.
 */
export function propertiesAfter(
  present: CodeSubject['present'],
  { description, maxRamMb, bootMode }: ImageChange,
): [name: string, value: string][] | null {
  const operations = patchOf('glance', present, {
    ...(description === undefined ? {} : { description }),
    ...(maxRamMb === undefined ? {} : { maxRamMb }),
    ...(bootMode === undefined ? {} : { bootMode }),
  })
  if (operations.length === 0) return null
  const properties = new Map(Object.entries(present).filter(isProperty))
  for (const { op, path, value } of operations) {
    if (op === 'remove') properties.delete(path.slice(1))
    else properties.set(path.slice(1), String(value))
  }
  return [...properties].sort(([one], [other]) => (one < other ? -1 : 1))
}

const isProperty = (entry: [string, unknown]): entry is [string, string] =>
  typeof entry[1] === 'string' && !NO_PROPERTY.has(entry[0]) && !entry[0].startsWith(GLANCE_ONLY)
