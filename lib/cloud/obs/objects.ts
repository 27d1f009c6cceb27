import 'server-only'
import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3'
import { CloudError } from '../errors.ts'
import { callObs, type ObsCallChoices } from './call.ts'
import type { ObsAccess } from './client.ts'
import { type StorageClass, storageClassOf } from './storage-class.ts'

export type ObjectName = { bucket: string; key: string }

export type ObjectFacts = {
  sizeBytes: number
  /** As it came, quotes included: If-Match wants it so. */
  etag: string
  changedAt: number
  storageClass: StorageClass
  /** `customer-key` is SSE-C: whoever reads needs the key in each call (obs.md 4). */
  encryption: 'none' | 'kms' | 'customer-key' | 'other'
  /** A Cold object that can be read for a while (obs.md 4). */
  isRestored: boolean
}

/** HEAD of an object (obs.md 4). Its errors have a status and no code. */
export async function headObject(
  access: ObsAccess,
  { bucket, key }: ObjectName,
  choices?: ObsCallChoices,
): Promise<ObjectFacts> {
  const head = await callObs(
    access,
    (client, abortSignal) =>
      client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }), { abortSignal }),
    choices,
  )
  const { ContentLength: sizeBytes, ETag: etag, LastModified: changed } = head
  if (sizeBytes === undefined || etag === undefined || changed === undefined)
    throw new CloudError({ service: 'OBS', kind: 'unreadable', status: 200 })
  return {
    sizeBytes,
    etag,
    changedAt: changed.getTime(),
    // The header comes only when the class is not Standard.
    storageClass: storageClassOf(head.StorageClass ?? 'STANDARD'),
    encryption: encryptionOf(head.ServerSideEncryption, head.SSECustomerAlgorithm),
    isRestored: /ongoing-request="false"/.test(head.Restore ?? ''),
  }
}

function encryptionOf(
  method: string | undefined,
  customerAlgorithm: string | undefined,
): ObjectFacts['encryption'] {
  if (customerAlgorithm) return 'customer-key'
  if (!method) return 'none'
  return method.includes('kms') ? 'kms' : 'other'
}

/**
 * Bytes [offset, offset + length) of an object that is still the one with this ETag, fewer only at its end.
 *
 * @throws CloudError: 412 PreconditionFailed when the object changed, 416 InvalidRange, `unreadable` with status 200
 * when the range was ignored (a malformed one is, obs.md 4; nothing of the body is fetched then) and with status 206
 * when another part came, `interrupted` when the body broke off.
 */
export function readObject(
  access: ObsAccess,
  object: ObjectName & { etag: string; sizeBytes: number },
  offset: number,
  length: number,
  choices?: ObsCallChoices,
): Promise<Uint8Array> {
  const end = Math.min(offset + length, object.sizeBytes) - 1
  if (end < offset) return Promise.resolve(new Uint8Array())
  return callObs(
    access,
    async (client, abortSignal) => {
      const answer = await client.send(
        new GetObjectCommand({
          Bucket: object.bucket,
          Key: object.key,
          Range: `bytes=${offset}-${end}`,
          IfMatch: object.etag,
        }),
        { abortSignal },
      )
      const refuse = (facts: { kind: 'answered' | 'unreadable'; status: number; code?: string }) => {
        // Ends the connection: the body may be the whole object, of hundreds of gigabytes.
        destroy(answer.Body)
        return new CloudError({ service: 'OBS', requestId: answer.$metadata.requestId ?? null, ...facts })
      }
      const isWhole = offset === 0 && end === object.sizeBytes - 1
      if (answer.ContentRange === undefined && !isWhole) throw refuse({ kind: 'unreadable', status: 200 })
      if (answer.ETag !== undefined && answer.ETag !== object.etag)
        throw refuse({ kind: 'answered', status: 412, code: 'PreconditionFailed' })
      const wanted = end - offset + 1
      const isThat = answer.ContentRange?.startsWith(`bytes ${offset}-${end}/`) ?? isWhole
      if (!isThat || (answer.ContentLength ?? wanted) !== wanted)
        throw refuse({ kind: 'unreadable', status: 206 })
      const bytes = await answer.Body?.transformToByteArray()
      if (bytes?.length !== wanted) throw new CloudError({ service: 'OBS', kind: 'interrupted' })
      return bytes
    },
    choices,
  )
}

function destroy(body: unknown): void {
  if (typeof body !== 'object' || body === null || !('destroy' in body)) return
  if (typeof body.destroy === 'function') body.destroy()
}
