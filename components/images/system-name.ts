import type { ImageSummary } from '@/lib/images/view'

/** Families that IMS spells at length or in more than one way; the rest is short already. */
const SHORTER: readonly [from: RegExp, to: string][] = [
  [/^Debian GNU\/Linux/, 'Debian'],
  [/^Red ?hat(?: Linux)?(?: Enterprise)?(?: Linux)?/i, 'Red Hat'],
  [/^SUSE Linux Enterprise Server/, 'SUSE'],
  [/^Oracle Linux Server release/, 'Oracle Linux'],
]
/** Words that tell editions of one system apart, not systems. */
const EDITIONS = /\b(?:server|standard|datacenter|enterprise|web|professional|essentials)\b/gi

const KINDS = {
  system: null,
  data: 'Data disk',
  iso: 'ISO installer',
  'bare-metal': null,
  other: null,
} as const satisfies Record<ImageSummary['kind'], string | null>

/** "Debian 10.0" of "Debian GNU/Linux 10.0.0 64bit", for lists; null when IMS names no system. */
export function shortSystem({ osVersion, kind }: Pick<ImageSummary, 'osVersion' | 'kind'>): string | null {
  const named = KINDS[kind]
  if (named) return named
  if (!osVersion) return null
  const family = SHORTER.find(([from]) => from.test(osVersion))
  const plain = (family ? osVersion.replace(family[0], family[1]) : osVersion)
    .replace(/\s*\(?\b64 ?bit\b\)?/i, '')
    .replace(/\b(\d+\.\d+)\.0\b/, '$1')
  const [windows] = plain.match(/^Windows(?: Server)?/) ?? ['']
  return `${windows}${plain.slice(windows.length).replace(EDITIONS, '')}`.replace(/\s+/g, ' ').trim()
}
