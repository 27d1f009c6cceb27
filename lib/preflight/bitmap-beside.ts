import 'server-only'
import { CloudError } from '../cloud/errors.ts'
import type { ObsAccess } from '../cloud/obs/client.ts'
import { headObject, type ObjectName } from '../cloud/obs/objects.ts'
import { keysRefused } from '../cloud/obs/refused-keys.ts'
import { bitmapOf } from './bitmap-finding.ts'

type Asking = { access: ObsAccess; file: ObjectName; signal: AbortSignal; deadlineMs: number }

/**
 * Whether the bitmap that a quick import wants lies beside the file; null: it could not be seen. Asked at each look,
 * since it may come later, and the file stays the same version.
 *
 * @throws CloudError only when the keys are refused.
 */
export async function bitmapBeside({ access, file, ...choices }: Asking): Promise<boolean | null> {
  try {
    await headObject(access, { bucket: file.bucket, key: bitmapOf(file.key) }, choices)
    return true
  } catch (error) {
    if (!(error instanceof CloudError) || keysRefused(error)) throw error
    return error.status === 404 ? false : null
  }
}
