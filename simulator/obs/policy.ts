import { userByName } from '../iam/accounts.ts'
import type { Signer } from './keys.ts'
import type { Target } from './target.ts'

const READ_BUCKET: Record<string, string> = {
  location: 'GetBucketLocation',
  cors: 'GetBucketCORS',
  uploads: 'ListBucketMultipartUploads',
}

/** The right a call needs (obs.md 9); the names of those to write are the vendor's pattern (inferred). */
function rightOf(method: string, { bucket, key, query }: Target): string {
  const reads = method === 'GET' || method === 'HEAD'
  if (bucket === undefined) return 'obs:bucket:ListAllMyBuckets'
  if (key === undefined) {
    if (reads) {
      const sub = Object.keys(READ_BUCKET).find((name) => query.has(name))
      return `obs:bucket:${(sub && READ_BUCKET[sub]) ?? 'ListBucket'}`
    }
    if (query.has('delete')) return 'obs:object:DeleteObject'
    if (query.has('cors')) return 'obs:bucket:PutBucketCORS'
    return method === 'PUT' ? 'obs:bucket:CreateBucket' : 'obs:bucket:DeleteBucket'
  }
  const isOfUpload = query.has('uploadId')
  if (reads) return isOfUpload ? 'obs:object:ListMultipartUploadParts' : 'obs:object:GetObject'
  if (method !== 'DELETE') return 'obs:object:PutObject'
  return isOfUpload ? 'obs:object:AbortMultipartUpload' : 'obs:object:DeleteObject'
}

/**
 * Whether keys may do it. Temporary ones may without a policy all their user may, with one only what it names, a
 * Deny winning (iam.md 4). HEAD of a bucket also goes with the right HeadBucket.
 */
export function isAllowed({ userName, temporary }: Signer, method: string, target: Target): boolean {
  const reads = method === 'GET' || method === 'HEAD'
  const mayWrite = userByName(userName)?.roles.includes('te_admin') ?? false
  if (!reads && !mayWrite) return false
  if (!temporary?.statements) return true
  const right = rightOf(method, target)
  const rights = [right]
  if (method === 'HEAD' && target.bucket !== undefined && target.key === undefined) {
    rights.push('obs:bucket:HeadBucket')
  }
  const resource = right.startsWith('obs:object:')
    ? `obs:*:*:object:${target.bucket}/${target.key ?? '*'}`
    : `obs:*:*:bucket:${target.bucket ?? '*'}`
  const fitting = temporary.statements.filter(
    (each) =>
      each.Action.some((pattern) => rights.some((action) => matches(pattern, action))) &&
      (each.Resource === undefined || each.Resource.some((pattern) => matches(pattern, resource))),
  )
  return fitting.length > 0 && fitting.every((each) => each.Effect === 'Allow')
}

function matches(pattern: string, text: string): boolean {
  const source = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${source.join('.*')}$`).test(text)
}
