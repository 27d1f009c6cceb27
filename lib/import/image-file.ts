/**
 * The address of an image file. IMS takes `bucket:key` (ims.md 14); people have it as `bucket/key`, as an
 * obs:// or s3:// address, or as an https address copied from a browser (obs.md 2). All are read into bucket
 * and key; a reason is given for what IMS would refuse.
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
    return split(address.slice(scheme[0].length), '/')
  }
  const firstSign = /[:/]/.exec(address)?.[0]
  if (firstSign === undefined) return reason(`Name bucket and file, such as ${EXAMPLE}.`)
  return split(address, firstSign)
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
  if (bucket === undefined) return split(path.slice(1), '/')
  return check(bucket, path.slice(1))
}

function split(address: string, sign: string): Result<ImageFile, string> {
  const at = address.indexOf(sign)
  return at < 0 ? check(address, '') : check(address.slice(0, at), address.slice(at + 1))
}

function check(bucket: string, key: string): Result<ImageFile, string> {
  if (bucket === '') return reason(`Name the bucket before the file, such as ${EXAMPLE}.`)
  if (!BUCKET_NAME.test(bucket) || BUCKET_NAME_FORBIDDEN.test(bucket)) {
    const shown = bucket.length > 63 ? '' : ` ${bucket.replaceAll(/[\p{C}\p{Z}]/gu, '·')}`
    return reason(`Check the bucket name${shown}. It has 3 to 63 characters: a to z, 0 to 9, - and .`)
  }
  if (key === '') return reason(`Name the file in ${bucket}, such as ${bucket}:debian-10.qcow2.`)
  if (key.startsWith('/')) return reason('Remove the / before the file name.')
  if (key.endsWith('/')) return reason('Name the file in this folder. A name with / at its end is a folder.')
  const bytes = new TextEncoder().encode(key).length
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
