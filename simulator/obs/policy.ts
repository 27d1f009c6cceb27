import type { TemporaryKey } from '../records.ts'
import type { Target } from './target.ts'

/** The right a call needs (obs.md 9). */
function actionOf(target: Target): string {
  if (target.bucket === undefined) return 'obs:bucket:ListAllMyBuckets'
  if (target.key !== undefined) return 'obs:object:GetObject'
  return target.query.has('location') ? 'obs:bucket:GetBucketLocation' : 'obs:bucket:ListBucket'
}

/**
 * Whether temporary keys may do it: without a policy all the user may, with one only what it names, a Deny
 * winning (iam.md 4). HEAD of a bucket also goes with the right HeadBucket.
 */
export function isAllowed(key: TemporaryKey, method: string, target: Target): boolean {
  if (!key.statements) return true
  const actions = [actionOf(target)]
  if (method === 'HEAD' && target.bucket !== undefined && target.key === undefined) {
    actions.push('obs:bucket:HeadBucket')
  }
  const resource =
    target.key === undefined
      ? `obs:*:*:bucket:${target.bucket ?? '*'}`
      : `obs:*:*:object:${target.bucket}/${target.key}`
  const fitting = key.statements.filter(
    (each) =>
      each.Action.some((pattern) => actions.some((action) => matches(pattern, action))) &&
      (each.Resource === undefined || each.Resource.some((pattern) => matches(pattern, resource))),
  )
  return fitting.length > 0 && fitting.every((each) => each.Effect === 'Allow')
}

function matches(pattern: string, text: string): boolean {
  const source = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${source.join('.*')}$`).test(text)
}
