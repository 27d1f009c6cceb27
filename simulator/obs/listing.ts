import { inMilliseconds } from '../clock.ts'
import { type Bucket, type ObjectFile, objectsOf } from './buckets.ts'
import { entityTag } from './entity-tag.ts'
import { element, xmlAnswer } from './xml.ts'

const OWNER = 'demo-account'
/** Default and cap of a page (obs.md 3). */
const KEYS_MAX = 1000

type Entry = { name: string; file?: ObjectFile }

/**
 * A page of a bucket's objects, in the first or the second form of the call (obs.md 3). `headers` go with the
 * answer. Nothing when max-keys is no number.
 */
export async function listObjects(
  bucket: Bucket,
  query: URLSearchParams,
  headers: Record<string, string>,
): Promise<Response | undefined> {
  const isV2 = query.get('list-type') === '2'
  const prefix = query.get('prefix') ?? ''
  const delimiter = query.get('delimiter') ?? ''
  const asked = query.get('max-keys') ?? String(KEYS_MAX)
  if (!/^\d{1,9}$/.test(asked)) return undefined
  const maxKeys = Math.min(Number(asked), KEYS_MAX)
  const encoded = query.get('encoding-type') === 'url'
  const shown = (text: string) => (encoded ? encodeURIComponent(text).replaceAll('%2F', '/') : text)

  const continuation = decodeToken(query.get('continuation-token'))
  const after = (isV2 ? (continuation ?? query.get('start-after')) : query.get('marker')) ?? ''
  const entries = group(await objectsOf(bucket, prefix), prefix, delimiter).filter((entry) =>
    isAfter(entry.name, after),
  )
  const page = entries.slice(0, maxKeys)
  const isTruncated = maxKeys > 0 && entries.length > page.length
  const last = page.at(-1)?.name

  const withOwner = !isV2 || query.get('fetch-owner') === 'true'
  const contents = await Promise.all(
    page
      .filter((entry) => entry.file)
      .map(async ({ file }) =>
        file ? contentOf(file, shown(file.key), await entityTag(file), withOwner) : '',
      ),
  )
  const folders = page
    .filter((entry) => !entry.file)
    .map((entry) => `<CommonPrefixes>${element('Prefix', shown(entry.name))}</CommonPrefixes>`)
  const paging = isV2
    ? element('KeyCount', page.length) +
      element('ContinuationToken', query.get('continuation-token') ?? undefined) +
      element('StartAfter', query.get('start-after') ?? undefined) +
      element('NextContinuationToken', isTruncated && last !== undefined ? encodeToken(last) : undefined)
    : element('Marker', shown(after)) + element('NextMarker', isTruncated && last ? shown(last) : undefined)
  const content =
    element('Name', bucket.name) +
    element('Prefix', shown(prefix)) +
    paging +
    element('MaxKeys', maxKeys) +
    element('Delimiter', delimiter ? shown(delimiter) : undefined) +
    element('EncodingType', encoded ? 'url' : undefined) +
    element('IsTruncated', isTruncated) +
    contents.join('') +
    folders.join('')
  return xmlAnswer('ListBucketResult', content, headers)
}

function contentOf(file: ObjectFile, key: string, tag: string, withOwner: boolean): string {
  return (
    `<Contents>${element('Key', key)}${element('LastModified', inMilliseconds(file.modifiedAtMs))}` +
    `${element('ETag', tag)}${element('Size', file.size)}` +
    `${withOwner ? `<Owner>${element('ID', OWNER)}</Owner>` : ''}<StorageClass>STANDARD</StorageClass></Contents>`
  )
}

/** Keys with the delimiter after the prefix fold into one entry, which ends with the delimiter. */
function group(files: ObjectFile[], prefix: string, delimiter: string): Entry[] {
  const entries: Entry[] = []
  for (const file of files) {
    const at = delimiter === '' ? -1 : file.key.indexOf(delimiter, prefix.length)
    if (at < 0) {
      entries.push({ name: file.key, file })
      continue
    }
    const name = file.key.slice(0, at + delimiter.length)
    if (entries.at(-1)?.name !== name) entries.push({ name })
  }
  return entries
}

function isAfter(name: string, marker: string): boolean {
  return marker === '' || Buffer.compare(Buffer.from(name), Buffer.from(marker)) > 0
}

function encodeToken(name: string): string {
  return Buffer.from(name).toString('base64url')
}

function decodeToken(token: string | null): string | undefined {
  return token === null ? undefined : Buffer.from(token, 'base64url').toString()
}
