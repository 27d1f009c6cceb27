import type { Finding, FindingRequest } from '../disk-image/findings/finding.ts'
import { passed, said, unknown } from '../disk-image/findings/said.ts'
import type { PreflightView } from './view.ts'

/** `disk01.mf` for `disk01.raw` (ims.md 3). */
export const bitmapOf = (key: string): string => key.replace(/(\.[^./]+)?$/, '.mf')

/** Quick import of a RAW file reads a bitmap beside it (ims.md 3). Of a file on this computer nothing is beside. */
export function bitmapFindings(
  { object, inspection, hasBitmap }: Pick<PreflightView, 'object' | 'inspection' | 'hasBitmap'>,
  { quickImport }: FindingRequest,
): Finding[] {
  if (!quickImport || object === null || inspection?.format !== 'raw') return []
  const name = bitmapOf(inspection.fileName ?? '')
  if (hasBitmap)
    return [passed('quick-import', `The bitmap file ${name} is there.`, 'Quick import reads it.')]
  if (hasBitmap === null)
    return [
      unknown(
        'quick-import',
        `Whether there is a bitmap file ${name} could not be seen.`,
        'Quick import of a RAW file needs one beside it.',
      ),
    ]
  return [
    said({
      id: 'no-bitmap',
      check: 'quick-import',
      severity: 'blocks',
      title: `There is no bitmap file ${name} beside the file.`,
      why: 'Quick import of a RAW file needs it, in the same folder of the bucket.',
      cure: {
        text: 'Make it with the CreateMF tool of the cloud and upload it, or turn quick import off.',
        command: null,
      },
      field: 'quickImport',
    }),
  ]
}
