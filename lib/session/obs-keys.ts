import 'server-only'
import { CloudError } from '../cloud/errors.ts'
import { type TemporaryKeys, temporaryKeys } from '../cloud/iam.ts'
import type { ObsAccess } from '../cloud/obs/client.ts'
import { keysRefused } from '../cloud/obs/refused-keys.ts'
import { once } from '../config/once-per-process.ts'
import type { ActiveSession } from './current.ts'

/** Keys are replaced so long before their end: the longest use of one pair is a preflight. */
const MARGIN_MS = 5 * 60_000
/** Some 2 KB each. The one that was made first goes first. */
const KEPT_MAX = 1000

type Kept = { keys: Promise<TemporaryKeys>; endsAt: number }

/** Keys of this process alone: they are in no store, in no log, and never on the way to a browser. */
const kept = () => once('obs-keys', () => new Map<string, Kept>())

/** Keys open what the token's project may open. */
const place = ({ id, project }: ActiveSession) => `${id} ${project.id}`

/**
 * Runs calls of OBS with keys of this session's project, made by the first caller and shared by all. Where OBS
 * refuses the keys themselves, `use` runs once more from its beginning with fresh ones.
 *
 * @throws CloudError: of IAM when it gives no keys, of OBS when `use` throws one, or when no address of OBS is known.
 */
export async function withObsKeys<T>(
  session: ActiveSession,
  use: (access: ObsAccess) => Promise<T>,
): Promise<T> {
  const obsUrl = session.obsUrl ?? session.region.obsUrl
  if (!obsUrl) throw new CloudError({ service: 'OBS', kind: 'unreachable' })
  const access = async () => ({ obsUrl, regionName: session.region.name, keys: await keysOf(session) })
  const first = await access()
  try {
    return await use(first)
  } catch (error) {
    if (!keysRefused(error)) throw error
    await dropKeys(session, first.keys)
    return await use(await access())
  }
}

function keysOf(session: ActiveSession): Promise<TemporaryKeys> {
  const all = kept()
  const at = place(session)
  const found = all.get(at)
  if (found && found.endsAt - MARGIN_MS > Date.now()) return found.keys
  const made: Kept = { keys: temporaryKeys(session.region, session.token), endsAt: Number.POSITIVE_INFINITY }
  all.delete(at)
  all.set(at, made)
  const oldest = all.size > KEPT_MAX ? all.keys().next().value : undefined
  if (oldest !== undefined) all.delete(oldest)
  made.keys.then(
    ({ expiresAt }) => {
      made.endsAt = expiresAt
    },
    () => {
      // The callers see the error; the next one asks again.
      if (all.get(at) === made) all.delete(at)
    },
  )
  return made.keys
}

/** Only the pair that was refused: another caller may have renewed it already. */
async function dropKeys(session: ActiveSession, refused: TemporaryKeys): Promise<void> {
  const found = kept().get(place(session))
  if (!found) return
  const current = await found.keys.catch(() => refused)
  if (current === refused && kept().get(place(session)) === found) kept().delete(place(session))
}

/** Forgets the keys of a session that ends; OBS itself takes them until their own end. */
export function forgetObsKeys(sessionId: string): void {
  for (const at of kept().keys()) if (at.startsWith(`${sessionId} `)) kept().delete(at)
}
