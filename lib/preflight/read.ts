import 'server-only'
import { CloudError } from '../cloud/errors.ts'
import type { ObsAccess } from '../cloud/obs/client.ts'
import type { ObjectFacts, ObjectName } from '../cloud/obs/objects.ts'
import { keysRefused } from '../cloud/obs/refused-keys.ts'
import type { Finding } from '../disk-image/findings/finding.ts'
import { inspect } from '../disk-image/inspect.ts'
import type { Inspection } from '../disk-image/inspection.ts'
import { nodeZstd } from '../disk-image/node-zstd.ts'
import type { ActiveSession } from '../session/current.ts'
import { withObsKeys } from '../session/obs-keys.ts'
import type { Store } from '../store/store.ts'
import { bitmapBeside } from './bitmap-beside.ts'
import { failedRead } from './failed-read.ts'
import { look } from './look.ts'
import { canBeRead, fileCanBeRead, noSuchFile } from './object-findings.ts'
import { obsObject } from './obs-object.ts'
import { findLastLook, keepLook, type LastLook } from './rows.ts'
import type { PreflightView } from './view.ts'

/** A person waits so long and no longer; one read that hangs leaves time to say so. */
export const PREFLIGHT_DEADLINES = { wholeMs: 20_000, readMs: 8_000 }

type Choices = {
  /** Of the request: who has gone is not read for. */
  signal?: AbortSignal
  /** Reads the bytes again, whatever is kept. */
  fresh?: boolean
  deadlines?: typeof PREFLIGHT_DEADLINES
}

type Seen = Omit<PreflightView, 'file'>

/**
 * Looks at an image file in a bucket as its importer may: bucket and object each time, with the person's own keys;
 * then the bytes, unless this person read the same version before. Whatever goes wrong is a finding.
 *
 * @throws CloudError when IAM refuses the session's token, and the signal's reason when it is aborted.
 */
export async function readPreflight(
  db: Store,
  session: ActiveSession,
  file: ObjectName,
  { signal, fresh = false, deadlines = PREFLIGHT_DEADLINES }: Choices = {},
): Promise<PreflightView> {
  const whole = AbortSignal.timeout(deadlines.wholeMs)
  const asking = {
    file,
    signal: signal ? AbortSignal.any([signal, whole]) : whole,
    deadlineMs: deadlines.readMs,
  }
  const last = await findLastLook(db, session, file)
  const known = fresh ? null : (last?.view ?? null)
  const seen = await see(session, (access) => seeFile({ ...asking, access }, known))
  signal?.throwIfAborted()
  const view = { file, ...seen }
  if (worthKeeping(view, last)) await keepLook(db, session, view, Date.now())
  return view
}

async function see(session: ActiveSession, use: (access: ObsAccess) => Promise<Seen>): Promise<Seen> {
  try {
    return await withObsKeys(session, use)
  } catch (error) {
    if (!(error instanceof CloudError) || error.tokenRefused) throw error
    return {
      object: null,
      inspection: null,
      hasBitmap: null,
      objectFindings: [failedRead(error)],
      readAt: Date.now(),
    }
  }
}

type Asking = Parameters<typeof look>[0]

async function seeFile(asking: Asking, known: PreflightView | null): Promise<Seen> {
  const first = await attempt(asking, known)
  if (!first.changed) return first.seen
  // The file was another one in between: what was seen of bucket and object may be as old as the bytes.
  return (await attempt(asking, null)).seen
}

async function attempt(
  asking: Asking,
  known: PreflightView | null,
): Promise<{ seen: Seen; changed: boolean }> {
  const { readable, listed, findings } = await look(asking)
  const facts = readable ?? listed
  const object = facts && {
    sizeBytes: facts.sizeBytes,
    etag: facts.etag.replaceAll('"', ''),
    changedAt: facts.changedAt,
    storageClass: facts.storageClass,
  }
  const now = Date.now()
  const without = (more: Finding[]): Seen => ({
    object,
    inspection: null,
    hasBitmap: null,
    objectFindings: [...findings, ...more],
    readAt: now,
  })
  if (!readable || !canBeRead(readable)) return { seen: without([]), changed: false }
  const objectFindings = [...findings, fileCanBeRead()]
  const seen = async (inspection: Inspection, readAt: number): Promise<Seen> => {
    const hasBitmap = inspection.format === 'raw' ? await bitmapBeside(asking) : null
    return { object, inspection, hasBitmap, objectFindings, readAt }
  }
  if (known?.inspection && isSameVersion(known.object, object))
    return { seen: await seen(known.inspection, known.readAt), changed: false }
  try {
    return { seen: await seen(await read(asking, readable), now), changed: false }
  } catch (error) {
    if (!(error instanceof CloudError) || keysRefused(error)) throw error
    const finding = error.status === 404 ? noSuchFile(asking.file) : failedRead(error)
    return { seen: without([finding]), changed: error.status === 412 }
  }
}

function read({ access, file, signal, deadlineMs }: Asking, facts: ObjectFacts): Promise<Inspection> {
  return inspect(obsObject(access, file, facts, deadlineMs), {
    fileName: file.key.slice(file.key.lastIndexOf('/') + 1),
    signal,
    zstd: nodeZstd,
  })
}

function isSameVersion(one: PreflightView['object'], other: PreflightView['object']): boolean {
  return one !== null && other !== null && one.etag === other.etag && one.sizeBytes === other.sizeBytes
}

/** A look that failed for a while does not push out what is known of the same version. */
function worthKeeping(view: PreflightView, last: LastLook | null): boolean {
  if (view.inspection || !last?.view.inspection) return true
  if (view.objectFindings.some(({ severity }) => severity === 'blocks')) return true
  return view.object !== null && !isSameVersion(view.object, last.view.object)
}
