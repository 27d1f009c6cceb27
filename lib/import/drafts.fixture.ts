/** Drafts for the tests beside: two that pass, and arbitrary ones that hold what people type and what attackers send. */
import fc from 'fast-check'
import { EMPTY_DRAFT, type ImportDraft } from './draft.ts'
import { OS_FAMILIES } from './operating-systems.ts'

export const systemDraft = (changes: Partial<ImportDraft> = {}): ImportDraft => ({
  ...EMPTY_DRAFT,
  imageFile: 'ims-image:build-4412/debian-10-postgres.vhd',
  imageName: 'debian-10-postgres',
  minDiskGb: '41',
  ...changes,
})

export const dataDraft = (changes: Partial<ImportDraft> = {}): ImportDraft =>
  systemDraft({ kind: 'data', ...changes })

export const MEGABYTE = 'a'.repeat(1 << 20)
const KEY_ID = '7091952d-6b0c-4f4c-a1d2-0c5d1f3e9be3'

/** Text that no field takes, or that a field must survive. */
export const HOSTILE = [
  '',
  ' ',
  '<script>',
  '..',
  '../../etc/passwd',
  '\0',
  '\u200f',
  '😀',
  '\ud83d',
  'a\r\nb',
  MEGABYTE,
]

const osVersions = OS_FAMILIES.flatMap(({ versions }) => versions)

/** A value that passes more often than not, else anything. */
const mostly = (good: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 6, arbitrary: good },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE.filter((text) => text !== MEGABYTE)) },
  )

const word = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/)

export const anyDraft: fc.Arbitrary<ImportDraft> = fc.record({
  kind: fc.constantFrom('system', 'data'),
  imageFile: mostly(
    fc.constantFrom(
      ' ims-image:a/b c.vhd',
      'ims-image:a/b.vhd ',
      'ims-image/ü.raw',
      's3://web-1/x.qcow2',
      'b:c:d',
    ),
  ),
  imageName: mostly(fc.constantFrom('a', ' web base 12 ', 'a@b', 'x'.repeat(128), 'x'.repeat(129))),
  minDiskGb: mostly(fc.oneof(fc.integer({ min: -2, max: 2100 }).map(String), fc.constant('01'))),
  osVersion: mostly(fc.constantFrom('', ...osVersions)),
  description: mostly(fc.constantFrom('', 'PostgreSQL base, build 4412', 'für 世界 \t', '<b>')),
  tags: fc.array(
    mostly(
      fc.oneof(
        word,
        fc.tuple(word, fc.constantFrom('.', '='), word).map((parts) => parts.join('')),
        fc.constant('a.b='),
      ),
    ),
    { maxLength: 11 },
  ),
  bootMode: fc.constantFrom('bios', 'uefi'),
  automaticConfiguration: fc.boolean(),
  madeFor: fc.constantFrom('cloud-server', 'bare-metal-server', 'iso-installer'),
  architecture: fc.constantFrom('x86', 'arm'),
  minRamMb: mostly(fc.constantFrom('', '0', '2048', '16777216', '16777217')),
  maxRamMb: mostly(fc.constantFrom('', '0', '4096')),
  initialConfigurationDone: fc.boolean(),
  kmsKeyId: mostly(fc.constantFrom('', '', KEY_ID.toUpperCase())),
  quickImport: fc.boolean(),
  enterpriseProjectId: mostly(fc.constantFrom('', '0', KEY_ID)),
  osType: fc.constantFrom('Linux', 'Windows'),
})
