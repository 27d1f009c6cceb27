import { request } from 'undici'

/**
 * Bytes on the wire of the scripts that a page's HTML names, compressed as the server sends them. `nomodule` ones
 * are left out: no current browser loads them.
 */
export async function scriptBytes(address: string, path: string, cookie = ''): Promise<number> {
  const page = await request(`${address}${path}`, { headers: { cookie } })
  if (page.statusCode !== 200) throw new Error(`${path} answered ${page.statusCode}.`)
  const tags = (await page.body.text()).match(/<script\b[^>]*>/gi) ?? []
  const sources = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .map((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&'))
    .filter((source) => source !== undefined)
  const sizes = [...new Set(sources)].map(async (source) => {
    const script = await request(new URL(source, address), { headers: { 'accept-encoding': 'gzip' } })
    if (script.statusCode !== 200) throw new Error(`${source} answered ${script.statusCode}.`)
    return (await script.body.arrayBuffer()).byteLength
  })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
