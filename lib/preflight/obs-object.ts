import 'server-only'
import type { ObsAccess } from '../cloud/obs/client.ts'
import { type ObjectFacts, type ObjectName, readObject } from '../cloud/obs/objects.ts'
import type { ByteSource } from '../disk-image/byte-source.ts'

/** An object as a file to inspect. Each read is of the version that `facts` tell, or rejects with a CloudError. */
export function obsObject(
  access: ObsAccess,
  name: ObjectName,
  facts: Pick<ObjectFacts, 'sizeBytes' | 'etag'>,
  readDeadlineMs: number,
): ByteSource {
  const object = { ...name, sizeBytes: facts.sizeBytes, etag: facts.etag }
  return {
    sizeBytes: facts.sizeBytes,
    read: (offset, length, signal) =>
      readObject(access, object, offset, length, {
        deadlineMs: readDeadlineMs,
        ...(signal ? { signal } : {}),
      }),
  }
}
