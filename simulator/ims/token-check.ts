import { type Project, projectById, type User } from '../iam/accounts.ts'
import { checkToken } from '../iam/tokens.ts'
import type { World } from '../world.ts'
import type { GatewayRefusal } from './errors.ts'

export type Caller = { project: Project; user: User }

/**
 * Who calls IMS. Only a token of a project of this region will do (ims.md 0): none, a damaged or a revoked
 * one is APIGW.0301, an expired one APIGW.0307, one of another scope or region APIGW.0301. Inferred.
 */
export function callerOf(
  world: World,
  token: string | undefined,
): { ok: true; caller: Caller } | { ok: false; refusal: GatewayRefusal } {
  const check = checkToken(world, token)
  if (check.state === 'missing') return { ok: false, refusal: 'noToken' }
  if (check.state === 'unknown') return { ok: false, refusal: 'badToken' }
  if (check.state === 'expired') return { ok: false, refusal: 'expired' }
  const { scope } = check.record
  const project = scope.kind === 'project' ? projectById(scope.projectId) : undefined
  if (!project || project.region !== world.options.region) return { ok: false, refusal: 'wrongScope' }
  return { ok: true, caller: { project, user: check.user } }
}
