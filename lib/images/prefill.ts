/**
 * An image as the import form should begin with it, in the form's address: to import its file again, here or in another
 * region. The form judges every value like one that was typed, so nothing here has to be right.
 */
import { ARCHITECTURES } from '../cloud/rules.ts'
import type { Prefill } from './read-prefill.ts'
import type { ImageKind, ImageView } from './view.ts'

type Facts = { readonly [Name in keyof Prefill]?: Prefill[Name] | null }

/** The address's part after `?`; what is not known is left out. */
export function prefillQuery(values: Facts): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value)
  return query.toString()
}

/** Of a kind that Slipway does not know the form says nothing. */
const MADE_FOR_OF: Partial<Record<ImageKind, Prefill['made-for']>> = {
  system: 'cloud-server',
  'bare-metal': 'bare-metal-server',
  iso: 'iso-installer',
}
/** What every image has that nobody has put into another one (ims.md 1). */
const DEFAULT_ENTERPRISE_PROJECT = '0'

/**
 * An image's facts for an import of its file.
 * @param file `bucket:key`; null leaves it to be chosen
 * @param from where it comes from, when that is another region
 */
export function prefillOf(image: ImageView, file: string | null, from?: string): Facts {
  const { kind, name, osVersion, osType, minDiskGb, bootMode, architecture, description } = image
  const { minRamMb, maxRamMb, kmsKeyId, enterpriseProjectId, own } = image
  // Another cloud may have kinds of processors that nothing can be imported for.
  const known = ARCHITECTURES.find((each) => each === architecture)
  return {
    file,
    kind: kind === 'data' ? 'data' : 'system',
    name,
    os: osVersion,
    'os-type': kind === 'data' ? osType : null,
    disk: minDiskGb?.toString(),
    boot: bootMode,
    'made-for': MADE_FOR_OF[kind],
    arch: known,
    description,
    tags: image.tags.join('\n'),
    'min-ram': minRamMb?.toString(),
    'max-ram': maxRamMb?.toString(),
    'kms-key': kmsKeyId,
    // That of somebody else's image is somebody else's, too.
    'enterprise-project':
      own && enterpriseProjectId !== DEFAULT_ENTERPRISE_PROJECT ? enterpriseProjectId : null,
    from,
  }
}
