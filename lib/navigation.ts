/** Every address of the console, one function each. Nothing else in the code spells a path. */
import type { ImageApi } from './config/image-apis.ts'

export const paths = {
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  /** Also where a session of another region is open: to go on over there. */
  signInAt: (regionId: string, next: string) => `/sign-in?${new URLSearchParams({ region: regionId, next })}`,
  /** Leads to `home`. */
  root: () => '/',
  /** Where a visit begins. */
  home: (imageApi: ImageApi) => (imageApi === 'ims' ? paths.import() : paths.images()),
  import: () => '/import',
  /** The form filled in from an address; `query` as lib/images/prefill.ts writes it. */
  importFilledIn: (query: string) => withQuery('/import', query),
  /** The form filled in from a past import, the culprit field marked when that one failed. */
  importAgain: (jobId: string) => `/import?again=${encodeURIComponent(jobId)}`,
  /** Several files at once; with an id what became of those that were sent together. */
  batch: (batchId = '') => (batchId ? `/import/batch?batch=${encodeURIComponent(batchId)}` : '/import/batch'),
  batchExample: () => '/import/batch/example.csv',
  /** `query` as lib/jobs/filters.ts writes it. */
  jobs: (query = '') => withQuery('/jobs', query),
  runningJobs: () => '/jobs?state=running',
  job: (jobId: string) => `/jobs/${encodeURIComponent(jobId)}`,
  /** `query` as lib/images/filters.ts and sorting.ts write it. */
  images: (query = '') => withQuery('/images', query),
  image: (imageId: string) => `/images/${encodeURIComponent(imageId)}`,
  /** `query` as lib/audit/filter.ts writes it. */
  activity: (query = '') => withQuery('/activity', query),
  /** `part` is the id of a section's heading. */
  settings: (part?: string) => (part ? `/settings#${part}` : '/settings'),
  api: {
    jobs: (query = '') => withQuery('/api/jobs', query),
    job: (jobId: string) => `/api/jobs/${encodeURIComponent(jobId)}`,
    /** What is known of an image file in a bucket; `fresh` reads its bytes again whatever is kept. */
    inspection: (address: string, fresh: boolean) =>
      `/api/inspection?file=${encodeURIComponent(address)}${fresh ? '&fresh=1' : ''}`,
    unseen: () => '/api/unseen',
    batch: (batchId: string) => `/api/batches/${encodeURIComponent(batchId)}`,
    likelyImages: (jobId: string) => `/api/jobs/${encodeURIComponent(jobId)}/likely-images`,
    /** A page of the images of one scope (lib/images/list-query.ts). */
    images: ({ scope, after, limit }: { scope: string; after: string | null; limit: number }) =>
      `/api/images?${new URLSearchParams({ scope, limit: String(limit), ...(after ? { after } : {}) })}`,
    image: (imageId: string) => `/api/images/${encodeURIComponent(imageId)}`,
    imageMembers: (imageId: string) => `/api/images/${encodeURIComponent(imageId)}/members`,
    projects: () => '/api/projects',
    quota: () => '/api/quota',
    regions: () => '/api/regions',
    buckets: () => '/api/buckets',
    objects: (bucket: string, prefix: string, after: string) =>
      `/api/buckets/${encodeURIComponent(bucket)}/objects?${new URLSearchParams({ prefix, ...(after ? { after } : {}) })}`,
    activity: (query: string, after: string | null) =>
      withQuery(
        '/api/activity',
        [query, after && `after=${encodeURIComponent(after)}`].filter(Boolean).join('&'),
      ),
    activityCsv: (query: string) => withQuery('/api/activity.csv', query),
    session: () => '/api/session',
    webhook: () => '/api/webhook',
    reachability: () => '/api/reachability',
  },
} as const

function withQuery(path: string, query: string): string {
  return query ? `${path}?${query}` : path
}

/**
 * The return address after sign-in. Only a path of this console is taken: an absolute address, `//host` or a
 * backslash (which browsers read as a slash) would send a person elsewhere, and /sign-in would loop.
 */
export function safeReturnPath(next: string | null | undefined): string {
  if (!next || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next) || next.startsWith('/sign-in')) return paths.import()
  return next
}

/** The header in which proxy.ts hands a page its own address, for the way back after sign-in. */
export const PATH_HEADER = 'x-slipway-path'
