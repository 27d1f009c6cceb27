/** The calls of the image service behind each act (ims.md 6 to 13), as curl and Ansible write them. */
import { NATIVE_PATCH, type Operation, patchOf } from '../../cloud/images/patch.ts'
import { EXPORT_GB_MAX, PLAIN_COPY_GB_MAX } from '../../cloud/rules.ts'
import { isMadeSharedFirst } from '../share-rules.ts'
import type { TagChange } from '../tag-change.ts'
import { wholeTags } from './glance-tags.ts'
import { baseName, type CodeAct, type CodeSubject, OTHER_PROJECT } from './subject.ts'

export type Call = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  /** Of the body; null without one. */
  contentType: string | null
  json: unknown
  /** What the service answers when it has done it. */
  status: number
}
export type Calls = { calls: Call[]; note: string | null } | { why: string }

type ImageAct = Exclude<CodeAct, 'server'>

const GIB = 2 ** 30
const JOB = 'Answers with a job_id. Ask GET /v1/{project_id}/jobs/{job_id} until its status is SUCCESS.'
const NO_PROTECTION = 'IMS has no call that changes the protection.'
const NO_IMS = 'This cloud has no IMS, which alone does this.'

export function callsFor(act: ImageAct, subject: CodeSubject): Calls {
  return BY_ACT[act](subject)
}

const BY_ACT = {
  show: ({ imsUrl, image }) => one({ method: 'GET', url: native(imsUrl, image.id) }),
  change: changing,
  share: ({ api, imsUrl, image, present, memberId }) => ({
    calls: [
      ...(isMadeSharedFirst(api, image)
        ? [nativePatch(imsUrl, image.id, patchOf(api, present, { visibility: 'shared' }))]
        : []),
      call({
        method: 'POST',
        url: `${native(imsUrl, image.id)}/members`,
        json: { member: memberId ?? OTHER_PROJECT },
      }),
    ],
    note: 'The other project has to accept it. DELETE …/members/{project id} ends the sharing.',
  }),
  accept: ({ imsUrl, image, projectId }) =>
    one({
      method: 'PUT',
      url: `${native(imsUrl, image.id)}/members/${projectId}`,
      json: { status: 'accepted' },
    }),
  export: ({ api, imsUrl, image }) => {
    if (api !== 'ims') return { why: NO_IMS }
    const target = `YOUR-BUCKET:${baseName(image.name)}`
    const isQuick = (image.sizeBytes ?? 0) / GIB > PLAIN_COPY_GB_MAX
    return one(
      {
        method: 'POST',
        url: `${imsUrl}/v1/cloudimages/${image.id}/file`,
        json: isQuick
          ? { bucket_url: `${target}.zvhd2`, is_quick_export: true }
          : { bucket_url: `${target}.qcow2`, file_format: 'qcow2' },
      },
      isQuick
        ? `Above ${PLAIN_COPY_GB_MAX} GB only quick export is left, below ${EXPORT_GB_MAX} GB. ${JOB}`
        : JOB,
    )
  },
  copy: ({ api, imsUrl, image }) =>
    api === 'ims'
      ? one(
          {
            method: 'POST',
            url: `${imsUrl}/v1/cloudimages/${image.id}/copy`,
            json: { name: `${baseName(image.name)}-copy` },
          },
          JOB,
        )
      : { why: NO_IMS },
  delete: ({ imsUrl, image }) =>
    one({ method: 'DELETE', url: native(imsUrl, image.id), status: 204 }, 'This cannot be undone.'),
} as const satisfies Record<ImageAct, (subject: CodeSubject) => Calls>

function changing(subject: CodeSubject): Calls {
  const { api, imsUrl, image, present, tagChange } = subject
  const { isProtected, ...change } = subject.change
  const hasRefused = api === 'ims' && isProtected !== undefined
  const operations = patchOf(api, present, hasRefused ? change : subject.change)
  const calls: Call[] = []
  if (operations.length > 0)
    calls.push(
      api === 'ims'
        ? call({ method: 'PATCH', url: `${imsUrl}/v2/cloudimages/${image.id}`, json: operations })
        : nativePatch(imsUrl, image.id, operations),
    )
  if (tagChange) calls.push(...(api === 'ims' ? imsTags(subject, tagChange) : glanceTags(subject, tagChange)))
  if (calls.length === 0) return { why: hasRefused ? NO_PROTECTION : 'Nothing is to be changed.' }
  return { calls, note: hasRefused ? NO_PROTECTION : null }
}

function imsTags({ imsUrl, image, projectId }: CodeSubject, { set, remove }: TagChange): Call[] {
  const tags = {
    method: 'POST',
    url: `${imsUrl}/v2/${projectId}/images/${image.id}/tags/action`,
    status: 204,
  } as const
  return [
    ...(remove.length > 0
      ? [call({ ...tags, json: { action: 'delete', tags: remove.map((key) => ({ key })) } })]
      : []),
    ...(set.length > 0 ? [call({ ...tags, json: { action: 'create', tags: set } })] : []),
  ]
}

/** One by one, so that what others do to the image's other tags meanwhile stays. */
function glanceTags({ imsUrl, image }: CodeSubject, change: TagChange): Call[] {
  const { gone, added } = wholeTags(image.tags, change)
  const url = (tag: string) => `${native(imsUrl, image.id)}/tags/${encodeURIComponent(tag)}`
  return [
    ...gone.map((tag) => call({ method: 'DELETE', url: url(tag), status: 204 })),
    ...added.map((tag) => call({ method: 'PUT', url: url(tag), status: 204 })),
  ]
}

const native = (imsUrl: string, id: string) => `${imsUrl}/v2/images/${id}`

const nativePatch = (imsUrl: string, id: string, operations: readonly Operation[]) =>
  call({ method: 'PATCH', url: native(imsUrl, id), json: operations, contentType: NATIVE_PATCH })

function call({
  json = null,
  contentType = json === null ? null : 'application/json',
  status = 200,
  ...rest
}: Pick<Call, 'method' | 'url'> & Partial<Call>): Call {
  return { ...rest, json, contentType, status }
}

const one = (asked: Parameters<typeof call>[0], note: string | null = null): Calls => ({
  calls: [call(asked)],
  note,
})
