import type { ExplainedError } from '@/lib/cloud/explained-error'
import type { ImportRequest } from '@/lib/cloud/import-request'
import type { Inspection } from '@/lib/disk-image/inspection'
import { formatBytes } from '@/lib/format/bytes'

/** 2.0004 GiB: fewer digits would hide why 2 was too small. */
const DIGITS = 6
const CHANGED = 'If IMS says otherwise, the file has changed since it was read.'

/** What the file says of the value that failed, in one line; null where it says nothing of it. */
export function comparedWithFile(
  field: ExplainedError['field'],
  { virtualSizeBytes, minDiskGb, formatDetail, format, osHints }: Inspection,
  request: ImportRequest,
): string | null {
  switch (field) {
    case 'minDiskGb': {
      if (virtualSizeBytes === null || minDiskGb === null) return null
      const size = formatBytes(virtualSizeBytes, { digits: DIGITS })
      const said = `The file says ${size}, minimum disk was ${request.minDiskGb}\u00a0GB.`
      return request.minDiskGb < minDiskGb ? said : `${said} ${CHANGED}`
    }
    case 'imageFile':
      return format === 'unknown'
        ? null
        : `The file was read as ${formatDetail ?? format.toUpperCase()}. ${CHANGED}`
    case 'osVersion': {
      const chosen = request.kind === 'system' ? request.osVersion : null
      const names = osHints.map(({ os }) => os).join(' or ')
      if (names === '') return null
      return `The file looks like ${names}, ${chosen ? `you chose ${chosen}` : 'you chose no system'}.`
    }
    default:
      return null
  }
}
