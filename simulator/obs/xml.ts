export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/\p{Cc}/gu, (character) => `&#x${character.charCodeAt(0).toString(16)};`)
}

/** `<name>text</name>`, or nothing when there is no value. */
export function element(name: string, value: string | number | boolean | undefined): string {
  return value === undefined ? '' : `<${name}>${escapeXml(String(value))}</${name}>`
}

/** The namespace seen on the wire in eu-de; clients must ignore it (obs.md 1). */
export function xmlAnswer(root: string, content: string, headers: Record<string, string>): Response {
  const body =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<${root} xmlns="http://obs.otc.t-systems.com/doc/2016-01-01/">${content}</${root}>`
  return new Response(body, { headers: { 'Content-Type': 'application/xml', ...headers } })
}
