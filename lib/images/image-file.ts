/**
 * The address of an image file. IMS takes `bucket:key` (ims.md 14); people have it as `bucket/key`, as an
 * obs:// or s3:// address, or as an https address copied from a browser (obs.md 2). All are read into bucket
 * and key; a reason is given for what IMS would refuse. One that is still being typed leads to a place where its
 * file may be looked for.
 */
import {
  BUCKET_NAME,
  BUCKET_NAME_FORBIDDEN,
  IMAGE_NAME_CHARACTERS,
  IMAGE_NAME_MAX,
  OBJECT_KEY_CHARACTERS,
  OBJECT_KEY_MAX_BYTES,
} from '../cloud/rules.ts'
import type { Result } from '../result.ts'
import { strayCharacter } from './stray-character.ts'

export type ImageFile = { bucket: string; key: string }

/** A signed https address is some hundred characters longer than its key; nothing readable is longer than this. */
const ADDRESS_MAX = 8192

const EXAMPLE = 'ims-image:debian-10.qcow2'

/** Host of OBS in any region, `obs.eu-ch2.sc.…` included, with the bucket before it or not (obs.md 2). */
const OBS_HOST = /^(?:([^@]+)\.)?obs\.[a-z0-9-]+(?:\.sc)?\.otc\.t-systems\.com(?::\d+)?$/

/** Ends the bucket in an address without a scheme, whichever of the two comes first. */
const BUCKET_END = /[:/]/

/** Also `https:/`, one letter before it is a scheme: no key begins with a slash. */
const SCHEME_BEGUN = /^(?:(?:https?|obs|s3):\/|[a-z][a-z0-9+.-]*:\/\/)/i

const reason = (error: string): Result<never, string> => ({ ok: false, error })

/** Bucket and key, or one sentence that says what to change. Never throws. */
export function parseImageFile(text: string): Result<ImageFile, string> {
  const address = text.trim()
  if (address === '') return reason('Choose an image file.')
  if (address.length > ADDRESS_MAX) {
    return reason(`Use a shorter address. A file name has at most ${OBJECT_KEY_MAX_BYTES} bytes.`)
  }
  const web = /^https?:\/\/([^/?#]*)([^?#]*)/i.exec(address)
  if (web) return fromWebAddress(web[1] ?? '', web[2] ?? '')
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address)
  if (scheme) {
    if (!/^(obs|s3)$/i.test(scheme[1] ?? '')) {
      return reason(`Write it as bucket:file, such as ${EXAMPLE}. IMS reads files from OBS buckets only.`)
    }
    return checkSplit(address.slice(scheme[0].length))
  }
  const parts = split(address, BUCKET_END)
  return parts ? check(parts) : reason(`Name bucket and file, such as ${EXAMPLE}.`)
}

/** Where the file of an address is looked for that may end anywhere. */
export type ImageFilePlace =
  /** Among the buckets; `search` is a part of a name, or empty. */
  | { kind: 'buckets'; search: string }
  /** Among the keys of a bucket that begin with `prefix`, which may end within a name. */
  | { kind: 'bucket'; bucket: string; prefix: string }

/**
 * The place an address leads to while it is typed, split as `parseImageFile` splits it. Null where there is nothing to
 * look through: an address with a scheme is pasted whole, and what no bucket or key can be called is in none.
 */
export function imageFilePlace(text: string): ImageFilePlace | null {
  const address = text.trim()
  if (SCHEME_BEGUN.test(address)) return null
  const parts = split(address, BUCKET_END)
  if (!parts) return { kind: 'buckets', search: address }
  const { bucket, key } = parts
  return isBucketName(bucket) && byteLength(key) <= OBJECT_KEY_MAX_BYTES
    ? { kind: 'bucket', bucket, prefix: key }
    : null
}

function fromWebAddress(hostText: string, pathText: string): Result<ImageFile, string> {
  const host = OBS_HOST.exec(hostText.toLowerCase())
  if (!host)
    return reason('Use an address of OBS, https://bucket.obs.eu-de.otc.t-systems.com/file, or bucket:file.')
  let path: string
  try {
    path = decodeURIComponent(pathText)
  } catch {
    // decodeURIComponent throws URIError, and only that, for a percent sign that encodes nothing.
    return reason('Check the % signs in the address. Each stands for an encoded character, such as %2F.')
  }
  const bucket = host[1]
  return bucket === undefined ? checkSplit(path.slice(1)) : check({ bucket, key: path.slice(1) })
}

/** Null without the sign. */
function split(address: string, sign: RegExp): ImageFile | null {
  const at = address.search(sign)
  return at < 0 ? null : { bucket: address.slice(0, at), key: address.slice(at + 1) }
}

/** `bucket/key`, as it stands behind a scheme or a host. */
const checkSplit = (path: string) => check(split(path, /\//) ?? { bucket: path, key: '' })

const isBucketName = (name: string) => BUCKET_NAME.test(name) && !BUCKET_NAME_FORBIDDEN.test(name)

const byteLength = (text: string) => new TextEncoder().encode(text).length

function check({ bucket, key }: ImageFile): Result<ImageFile, string> {
  if (bucket === '') return reason(`Name the bucket before the file, such as ${EXAMPLE}.`)
  if (!isBucketName(bucket)) {
    const shown = bucket.length > 63 ? '' : ` ${bucket.replaceAll(/[\p{C}\p{Z}]/gu, '·')}`
    return reason(`Check the bucket name${shown}. It has 3 to 63 characters: a to z, 0 to 9, - and .`)
  }
  if (key === '') return reason(`Name the file in ${bucket}, such as ${bucket}:debian-10.qcow2.`)
  if (key.startsWith('/')) return reason('Remove the / before the file name.')
  if (key.endsWith('/')) return reason('Name the file in this folder. A name with / at its end is a folder.')
  const bytes = byteLength(key)
  if (bytes > OBJECT_KEY_MAX_BYTES) {
    return reason(`Use a file name of at most ${OBJECT_KEY_MAX_BYTES} bytes (now ${bytes}).`)
  }
  if (key.includes(' ')) return reason('File and folder names cannot contain spaces.')
  const stray = strayCharacter(key, OBJECT_KEY_CHARACTERS)
  if (stray) return reason(`Remove the ${stray} from the file name.`)
  if (key.includes(':'))
    return reason('Use a file without : in its name. IMS reads the : as the end of the bucket name.')
  if (key.split('/').some((part) => part === '..' || part === '.')) {
    return reason('Write the path without . and .. parts. OBS takes them as names.')
  }
  return { ok: true, value: { bucket, key } }
}

export const formatImageFile = ({ bucket, key }: ImageFile): string => `${bucket}:${key}`

/** Endings of the formats IMS reads (ims.md 14), and of archives around them; only these are cut from a name. */
const ENDING = /\.(vmdk|vhdx?|qcow2?|raw|img|qed|vdi|zvhd2?|iso|bin|ova|gz|xz|zip|bz2|zst|tar)$/i

/** An image name made of the file's: ending cut, what a name cannot hold turned into `-`. Empty when nothing is left. */
export function imageNameFromKey(key: string): string {
  let name = key.slice(key.lastIndexOf('/') + 1)
  while (ENDING.test(name)) name = name.replace(ENDING, '')
  const valid = Array.from(name, (character) =>
    IMAGE_NAME_CHARACTERS.test(character) ? character : '-',
  ).join('')
  return valid
    .replaceAll(/-{2,}/g, '-')
    .slice(0, IMAGE_NAME_MAX)
    .replaceAll(/^[\s-]+|[\s-]+$/g, '')
}
