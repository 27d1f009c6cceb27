import { formatImageFile, parseImageFile } from '@/lib/images/image-file'
import { prefillQuery } from '@/lib/images/prefill'
import type { Prefill } from '@/lib/images/read-prefill'
import { EMPTY_DRAFT, type ImportDraft } from '@/lib/import/draft'
import type { FoundField } from '@/lib/import/found-in-file'
import { isOsVersion } from '@/lib/import/operating-systems'
import type { ImportDefaults } from '@/lib/settings/import-defaults'
import type { FieldName } from './fields'
import { dataDiskOsType, leftOut } from './left-out'
import { suggestedName } from './suggested-name'

/** What the form holds when it opens. */
export type FormStart = {
  /** What it was filled from; null for an empty form. */
  origin: string | null
  draft: ImportDraft
  /** An empty form of this person: what `Start empty` goes back to, and what is not worth keeping as a draft. */
  empty: ImportDraft
  /** Where the list of files opens while no file is named; empty for the list of buckets. */
  bucket: string
  /** Fields that were decided before, and that no file fills in. */
  set: readonly FoundField[]
  /** The field that made the past import fail. */
  culprit: { field: FieldName; message: string } | null
}

/** The person's defaults stand wherever nothing else gives a value. */
export function startFromNothing({ bucket, tags, automaticConfiguration }: ImportDefaults): FormStart {
  const empty = { ...EMPTY_DRAFT, tags, automaticConfiguration }
  return { origin: null, draft: empty, empty, bucket, set: [], culprit: null }
}

/**
 * What an address fills in: `?file=bucket:key` alone, or an image's facts beside it (lib/images/prefill.ts). A file that
 * cannot be read stands in the field as it came, to be mended there.
 */
export function startFromAddress(prefill: Prefill, defaults: ImportDefaults): FormStart {
  const start = startFromNothing(defaults)
  const { file = '', kind, name, disk, boot, arch, description, tags } = prefill
  const parsed = parseImageFile(file)
  const imageFile = parsed.ok ? formatImageFile(parsed.value) : file
  const { empty } = start
  const left = leftOut(prefill)
  const os = prefill.os !== undefined && isOsVersion(prefill.os) ? prefill.os : undefined
  return {
    ...start,
    origin: `address:${prefillQuery(prefill)}`,
    draft: {
      ...empty,
      imageFile,
      kind: kind ?? empty.kind,
      imageName: name ?? suggestedName(imageFile),
      osVersion: os ?? empty.osVersion,
      osType: dataDiskOsType(prefill['os-type']) ?? empty.osType,
      minDiskGb: disk ?? empty.minDiskGb,
      bootMode: boot ?? empty.bootMode,
      madeFor: prefill['made-for'] ?? empty.madeFor,
      architecture: arch ?? empty.architecture,
      description: description ?? empty.description,
      tags: tags?.split('\n') ?? empty.tags,
      minRamMb: prefill['min-ram'] ?? empty.minRamMb,
      maxRamMb: prefill['max-ram'] ?? empty.maxRamMb,
      kmsKeyId: left.kmsKeyId ? empty.kmsKeyId : (prefill['kms-key'] ?? empty.kmsKeyId),
      enterpriseProjectId: left.enterpriseProjectId
        ? empty.enterpriseProjectId
        : (prefill['enterprise-project'] ?? empty.enterpriseProjectId),
    },
    set: [
      ...(disk === undefined ? [] : (['minDiskGb'] as const)),
      // A system that the list does not name is left to the file.
      ...(os === undefined ? [] : (['osVersion'] as const)),
      ...(boot === undefined ? [] : (['bootMode'] as const)),
      ...(prefill['made-for'] === undefined ? [] : (['madeFor'] as const)),
      ...(arch === undefined ? [] : (['architecture'] as const)),
    ],
  }
}
