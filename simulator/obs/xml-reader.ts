/** An element of an XML document: local name (obs.md 1: namespaces are ignored), text, and elements inside. */
export type XmlElement = { name: string; text: string; children: XmlElement[] }

/** Deeper than any body of OBS; a bound for hostile ones. */
const DEPTH_MAX = 16

const TOKEN =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\/\s*([^\s<>/]+)\s*>|<([^\s<>/!?]+)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy
const ENTITY = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));|&/g
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Reads the XML of a request's body: elements, text, character references and CDATA, no document type. Nothing when
 * it is not well formed.
 */
export function readXml(source: string): XmlElement | undefined {
  const top: XmlElement = { name: '', text: '', children: [] }
  const open: XmlElement[] = [top]
  const token = new RegExp(TOKEN)
  while (token.lastIndex < source.length) {
    const match = token.exec(source)
    const inside = open.at(-1)
    if (!match || !inside) return undefined
    const [, cdata, closed, opened, , isEmpty, text] = match
    if (cdata !== undefined) inside.text += cdata
    else if (text !== undefined) {
      const plain = unescaped(text)
      if (plain === undefined) return undefined
      inside.text += plain
    } else if (opened !== undefined) {
      const element: XmlElement = { name: localName(opened), text: '', children: [] }
      inside.children.push(element)
      if (isEmpty === '') open.push(element)
      if (open.length > DEPTH_MAX) return undefined
    } else if (closed !== undefined) {
      if (open.length === 1 || inside.name !== localName(closed)) return undefined
      open.pop()
    }
  }
  const [root, ...more] = top.children
  const isWhole = open.length === 1 && more.length === 0 && top.text.trim() === ''
  return isWhole ? root : undefined
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function unescaped(text: string): string | undefined {
  let isRight = true
  const plain = text.replaceAll(ENTITY, (_, hex?: string, decimal?: string, name?: string) => {
    const code =
      hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : undefined
    if (code !== undefined && code <= 0x10ffff) return String.fromCodePoint(code)
    const named = name === undefined ? undefined : NAMED[name]
    if (named === undefined) isRight = false
    return named ?? ''
  })
  return isRight ? plain : undefined
}

/** Elements of that name inside. */
export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

/** Text of the first element of that name inside. */
export function textOf(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text
}
