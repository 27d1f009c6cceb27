import 'server-only'
import { S3Client } from '@aws-sdk/client-s3'
import type { TemporaryKeys } from '../iam.ts'
import { undiciHandler } from './undici-handler.ts'

/** What a call to OBS needs: the service's address, the region its signature names, and keys. */
export type ObsAccess = { obsUrl: string; regionName: string; keys: TemporaryKeys }

/** One client for each pair of keys; it goes when they go. */
const clients = new WeakMap<TemporaryKeys, S3Client>()

/** AWS's client in the S3 dialect, signing with V4, with the settings of obs.md 1. */
export function clientFor({ obsUrl, regionName, keys }: ObsAccess): S3Client {
  const made = clients.get(keys)
  if (made) return made
  const client = new S3Client({
    endpoint: obsUrl,
    region: regionName,
    // OBS wants the bucket in the host; only addresses that cannot have one go without.
    forcePathStyle: /^(\[|\d+\.\d+\.\d+\.\d+$|localhost$)/.test(new URL(obsUrl).hostname),
    // The SDK would add CRC32 trailers, which OBS answers with XAmzContentSHA256Mismatch.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    followRegionRedirects: false,
    // Repeated by callObs, which also repeats an answer that broke off.
    maxAttempts: 1,
    requestHandler: undiciHandler,
    credentials: {
      accessKeyId: keys.access,
      secretAccessKey: keys.secret,
      sessionToken: keys.securityToken,
    },
  })
  clients.set(keys, client)
  return client
}
