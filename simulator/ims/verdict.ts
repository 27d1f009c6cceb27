import type { FileFacts } from './file-check.ts'
import type { ImportOrder } from './import-order.ts'

const GB = 2 ** 30

/** How a job will end. `found` says when: with the file's header, or only when all of it is read. */
export type Verdict = { ok: true } | { ok: false; code: string; reason: string; found: 'header' | 'content' }

const fail = (code: string, reason: string, found: 'header' | 'content' = 'header'): Verdict => ({
  ok: false,
  code,
  reason,
  found,
})

/**
 * What an import of this file comes to (ims.md 1: what is found in the job). The content decides, never the
 * name; IMG.1075 stands where no better code fits.
 */
export function verdictOn(order: ImportOrder, facts: FileFacts, hasBitmap: boolean): Verdict {
  const { format } = facts
  if (order.target === 'iso') {
    if (format !== 'iso') return fail('IMG.0072', 'The file is no ISO 9660 image.')
  } else {
    if (format === 'iso') return fail('IMG.0122', 'os type is invalid: the file is an ISO image.')
    if (format === 'archive') {
      return fail('IMG.0072', 'The file is an archive or compressed, not a disk image.')
    }
    if (format === 'unknown') return fail('IMG.0072', 'The file has none of the supported formats.')
    if (format === 'luks' || facts.isEncrypted) return fail('IMG.1075', 'The disk image is encrypted.')
    if (facts.hasParent) return fail('IMG.1075', 'The disk image needs another file below it.')
    if (facts.isMalformed) return fail('IMG.1075', 'The header of the disk image makes no sense.')
  }
  if (order.quick && format !== 'raw' && format !== 'zvhd2') {
    return fail('IMG.0072', 'A quick import takes RAW and ZVHD2 only.')
  }
  if (order.quick && format === 'raw' && !hasBitmap) {
    return fail('IMG.0057', 'The bitmap file (.mf) of the RAW file was not found beside it.')
  }
  const { virtualBytes } = facts
  if (virtualBytes !== undefined && order.target === 'system' && virtualBytes > 1024 * GB) {
    return fail('IMG.0111', 'The disk in the file is larger than 1024 GB.')
  }
  if (virtualBytes !== undefined && virtualBytes > order.minDiskGb * GB) {
    const needed = Math.ceil(virtualBytes / GB)
    return fail('IMG.0055', `The disk in the file needs min_disk ${needed}, asked was ${order.minDiskGb}.`)
  }
  if (facts.isCutShort) return fail('IMG.1075', 'Failed to read the image file to its end.', 'content')
  return { ok: true }
}
