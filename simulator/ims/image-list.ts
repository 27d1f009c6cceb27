import type { Project } from '../iam/accounts.ts'
import type { ImageRecord, MemberRecord } from '../records.ts'
import type { World } from '../world.ts'
import { sharing, standingOf } from './images.ts'
import { type Refusal, type Result, refuse } from './refusal.ts'

export type ImageQuery = URLSearchParams
type Listed = { image: ImageRecord; createdAtMs: number; updatedAtMs: number; status: string }
export type Page = { ok: true; images: ImageRecord[]; isLast: boolean } | ({ ok: false } & Refusal)

/** Filters that compare a property as text (ims.md 5). */
const PROPERTY_FILTERS = [
  'name',
  'container_format',
  'disk_format',
  'min_ram',
  'min_disk',
  'virtual_env_type',
  'enterprise_project_id',
  'protected',
  '__os_bit',
  '__os_type',
  '__platform',
  '__isregistered',
  '__system__cmkid',
  '__support_kvm',
  '__support_xen',
  '__support_largememory',
  '__support_diskintensive',
  '__support_highperformance',
  '__support_xen_gpu_type',
  '__support_kvm_gpu_type',
  '__support_xen_hana',
  '__support_kvm_infiniband',
]
const OTHER_FILTERS = [
  'id',
  'owner',
  'status',
  'visibility',
  'member_status',
  'tag',
  'created_at',
  'updated_at',
  '__imagetype',
  '__whole_image',
  'limit',
  'marker',
  'sort_key',
  'sort_dir',
]
const KNOWN = new Set([...PROPERTY_FILTERS, ...OTHER_FILTERS])
const SORT_KEYS = ['name', 'container_format', 'disk_format', 'status', 'id', 'size', 'created_at']

export function unknownMembers(query: ImageQuery): string[] {
  return [...new Set(query.keys())].filter((key) => !KNOWN.has(key))
}

/**
 * One page of the images a project sees: its own, public ones, and ones shared with it (ims.md 5). Names match
 * exactly, newest come first, a limit above the cap counts as the cap, and no total is told.
 */
export function listImages(
  world: World,
  project: Project,
  query: ImageQuery,
  limits: { default: number; max: number },
): Page {
  const limit = wholeNumber(query.get('limit'), limits.default)
  if (limit === undefined || limit < 1) return refuse('IMG.0001', 'limit must be a whole number above 0.')
  const selected = selectImages(world, project, query)
  if (!selected.ok) return selected
  const found = selected.value

  const marker = query.get('marker')
  const markerAt = marker ? found.findIndex((image) => image.id === marker) : -1
  if (marker && markerAt < 0) return refuse('IMG.0027', 'The image of the marker does not exist.')
  const size = Math.min(limit, limits.max)
  return {
    ok: true,
    images: found.slice(markerAt + 1, markerAt + 1 + size),
    isLast: markerAt + 1 + size >= found.length,
  }
}

/** All images the project sees and the query's filters let through, in the order it asks for. */
export function selectImages(world: World, project: Project, query: ImageQuery): Result<ImageRecord[]> {
  const sortKey = query.get('sort_key') ?? 'created_at'
  if (!SORT_KEYS.includes(sortKey)) return refuse('IMG.0001', `sort_key "${sortKey}" is not possible.`)
  const sortDir = query.get('sort_dir') ?? 'desc'
  if (sortDir !== 'asc' && sortDir !== 'desc') return refuse('IMG.0001', 'sort_dir must be asc or desc.')
  const createdIs = timeFilter(query.get('created_at'))
  const updatedIs = timeFilter(query.get('updated_at'))
  if (!createdIs || !updatedIs) return refuse('IMG.0001', 'A time filter is op:yyyy-MM-ddThh:mm:ssZ.')

  const now = world.clock.now()
  const wanted = PROPERTY_FILTERS.filter((key) => query.has(key))
  const found: Listed[] = []
  const owner = query.get('owner')
  for (const image of world.images.values()) {
    if ((owner !== null && image.owner !== owner) || !isVisible(image, project, query)) continue
    const standing = standingOf(world, image, now)
    if (!standing) continue
    const { createdAtMs, updatedAtMs, status } = standing
    const listed = { image, createdAtMs, updatedAtMs, status }
    if (!fits(listed, project, query)) continue
    if (!wanted.every((key) => propertyFits(image, key, query.getAll(key)))) continue
    if (createdIs(standing.createdAtMs) && updatedIs(standing.updatedAtMs)) found.push(listed)
  }
  sort(found, sortKey, sortDir)
  return { ok: true, value: found.map((each) => each.image) }
}

/** Whether the project may see the image at all, and whether the query asks for this kind. */
export function isVisible(image: ImageRecord, project: Project, query?: ImageQuery): boolean {
  const isOwn = image.owner === project.id
  if (isOwn || image.kind === 'gold') return true
  const member = memberOf(image, project)
  if (!member) return false
  // Without asking for another state only accepted ones are listed. Inferred.
  return query === undefined || member.status === (query.get('member_status') ?? 'accepted')
}

export function memberOf(image: ImageRecord, project: Project): MemberRecord | undefined {
  return image.members?.find((member) => member.projectId === project.id)
}

function fits({ image, status }: Listed, project: Project, query: ImageQuery): boolean {
  const asked = (key: string, value: () => unknown) => !query.has(key) || query.get(key) === value()
  if (query.has('member_status') && !memberOf(image, project)) return false
  const { properties } = image
  return (
    asked('id', () => image.id) &&
    asked('status', () => status) &&
    asked('visibility', () => sharing(image).visibility) &&
    asked('__imagetype', () => sharing(image).__imagetype) &&
    asked('__whole_image', () => properties.__whole_image ?? 'false') &&
    query.getAll('tag').every((tag) => Array.isArray(properties.tags) && properties.tags.includes(tag))
  )
}

function propertyFits(image: ImageRecord, key: string, values: string[]): boolean {
  if (key === 'enterprise_project_id' && values.includes('all_granted_eps')) return true
  const value = image.properties[key]
  return value !== undefined && value !== null && values.every((each) => String(value) === each)
}

function sort(found: Listed[], key: string, direction: 'asc' | 'desc'): void {
  const sign = direction === 'asc' ? 1 : -1
  const sortValue = (each: Listed): string | number => {
    if (key === 'created_at') return Math.floor(each.createdAtMs / 1000)
    if (key === 'status') return each.status
    if (key === 'id') return each.image.id
    const value = each.image.properties[key]
    return typeof value === 'number' ? value : String(value)
  }
  const keyed = found.map((each) => ({ each, value: sortValue(each) }))
  keyed.sort((a, b) => {
    if (a.value !== b.value) return a.value < b.value ? -sign : sign
    return a.each.image.id < b.each.image.id ? -sign : sign
  })
  keyed.forEach(({ each }, index) => {
    found[index] = each
  })
}

const COMPARISONS: Record<string, (a: number, b: number) => boolean> = {
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
  eq: (a, b) => a === b,
  neq: (a, b) => a !== b,
}

/** `op:time`, the time with a `T` or a blank and in whole seconds; nothing when it is malformed. */
function timeFilter(text: string | null): ((ms: number) => boolean) | undefined {
  if (text === null) return () => true
  const match = /^(\w+):(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)Z?$/.exec(text)
  const compare = COMPARISONS[match?.[1] ?? '']
  const bound = Date.parse(`${match?.[2]}T${match?.[3]}Z`)
  if (!compare || Number.isNaN(bound)) return undefined
  return (ms) => compare(Math.floor(ms / 1000) * 1000, bound)
}

function wholeNumber(text: string | null, fallback: number): number | undefined {
  if (text === null || text === '') return fallback
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
