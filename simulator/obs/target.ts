/**
 * What a request is about: the service, a bucket, or an object. `rawPath` is the path as V4 signs it, `signedPath` as
 * the older kinds do, with the bucket in any style.
 */
export type Target = {
  bucket?: string
  key?: string
  rawPath: string
  signedPath: string
  query: URLSearchParams
  rawQuery: string
}

/**
 * Bucket and key of a request, path-style or by virtual host (`bucket.localhost`, `bucket.127.0.0.1`). Nothing
 * when the path cannot be decoded.
 */
export function targetOf(host: string, url: string): Target | undefined {
  const mark = url.indexOf('?')
  const rawPath = mark < 0 ? url : url.slice(0, mark)
  const rawQuery = mark < 0 ? '' : url.slice(mark + 1)
  const target: Target = { rawPath, signedPath: rawPath, rawQuery, query: new URLSearchParams(rawQuery) }
  let path: string
  try {
    path = decodeURIComponent(rawPath)
  } catch {
    return undefined
  }
  const hostname = host.replace(/:\d+$/, '')
  const bucket = /^(.+)\.(?:localhost|127\.0\.0\.1)$/.exec(hostname)?.[1]
  if (bucket !== undefined) target.signedPath = `/${bucket}${rawPath}`
  const rest = path.slice(1)
  const slash = rest.indexOf('/')
  const named = bucket ?? (slash < 0 ? rest : rest.slice(0, slash))
  const key = bucket === undefined ? (slash < 0 ? '' : rest.slice(slash + 1)) : rest
  if (named !== '') target.bucket = named
  if (key !== '') target.key = key
  return target
}
