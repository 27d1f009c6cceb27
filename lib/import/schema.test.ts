import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ImportRequest } from '../cloud/import-request.ts'
import { jobRequest } from '../cloud/job-request.ts'
import * as wire from '../cloud/wire/ims.ts'
import { EMPTY_DRAFT, type ImportDraft } from './draft.ts'
import { anyDraft, dataDraft, HOSTILE, MEGABYTE, systemDraft } from './drafts.fixture.ts'
import { diskRange, importRequest } from './schema.ts'

/** Messages by field, as the form shows them. */
function messages(draft: unknown): Record<string, string> {
  const parsed = importRequest.safeParse(draft)
  if (parsed.success) return {}
  return Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message]))
}

const KEY_ID = '7091952D-6B0C-4F4C-A1D2-0C5D1F3E9BE3'
const NAME_SIGNS = 'use only a to z, A to Z, digits, - . _ and spaces inside.'
const ID_FORM = '32 digits and letters a to f in five groups with - between'

test('a system disk with the least there can be becomes a request with every default', () => {
  expect(importRequest.parse(systemDraft())).toEqual({
    kind: 'system',
    file: { bucket: 'ims-image', key: 'build-4412/debian-10-postgres.vhd' },
    name: 'debian-10-postgres',
    minDiskGb: 41,
    description: '',
    tags: [],
    quickImport: false,
    enterpriseProjectId: null,
    kmsKeyId: null,
    madeFor: 'cloud-server',
    osVersion: null,
    bootMode: 'bios',
    architecture: 'x86',
    automaticConfiguration: true,
    initialConfigurationDone: false,
    minRamMb: null,
    maxRamMb: null,
  } satisfies ImportRequest)
})

test('a data disk keeps only what its call takes', () => {
  const draft = dataDraft({
    osType: 'Windows',
    osVersion: 'CentOS 7.7 64bit',
    minRamMb: '2048',
    kmsKeyId: KEY_ID,
  })
  expect(importRequest.parse(draft)).toEqual({
    kind: 'data',
    file: { bucket: 'ims-image', key: 'build-4412/debian-10-postgres.vhd' },
    name: 'debian-10-postgres',
    minDiskGb: 41,
    description: '',
    tags: [],
    quickImport: false,
    enterpriseProjectId: null,
    kmsKeyId: KEY_ID.toLowerCase(),
    osType: 'Windows',
  } satisfies ImportRequest)
})

test('an empty form names every field it needs, and only those', () => {
  expect(messages(EMPTY_DRAFT)).toEqual({
    imageFile: 'Choose an image file.',
    imageName: 'Enter an image name.',
    minDiskGb: 'Enter a whole number of GB.',
  })
})

const rules: [field: keyof ImportDraft, changes: Partial<ImportDraft>, message: string | null][] = [
  ['imageName', { imageName: '   ' }, 'Enter an image name.'],
  ['imageName', { imageName: '  web base  ' }, null],
  ['imageName', { imageName: 'x'.repeat(128) }, null],
  ['imageName', { imageName: ` ${'x'.repeat(128)} ` }, null],
  ['imageName', { imageName: 'x'.repeat(131) }, 'Use at most 128 characters (now 131).'],
  ['imageName', { imageName: 'web@base' }, `Remove the @; ${NAME_SIGNS}`],
  ['imageName', { imageName: '<script>' }, `Remove the <; ${NAME_SIGNS}`],
  ['imageName', { imageName: 'größe' }, `Remove the ö; ${NAME_SIGNS}`],
  ['imageName', { imageName: 'web😀' }, `Remove the 😀; ${NAME_SIGNS}`],
  ['imageName', { imageName: 'a\u200fb' }, `Remove the right-to-left mark (U+200F); ${NAME_SIGNS}`],
  ['imageName', { imageName: 'a\0b' }, `Remove the NUL character (U+0000); ${NAME_SIGNS}`],
  ['imageName', { imageName: 'a\tb' }, `Remove the tab (U+0009); ${NAME_SIGNS}`],
  ['imageName', { imageName: 'a\u00a0b' }, `Remove the no-break space (U+00A0); ${NAME_SIGNS}`],
  ['imageName', { imageName: '..' }, null],
  ['description', { description: '<script>' }, 'Remove < > and line breaks.'],
  ['description', { description: 'a\nb' }, 'Remove < > and line breaks.'],
  ['description', { description: 'a\0b' }, 'Remove the NUL character (U+0000).'],
  ['description', { description: 'a\u0007b' }, 'Remove the control character (U+0007).'],
  ['description', { description: 'half \ud83d' }, 'Remove the broken character (U+D83D).'],
  ['description', { description: 'für 世界 😀, שלום\u200f' }, null],
  ['minDiskGb', { minDiskGb: '' }, 'Enter a whole number of GB.'],
  ['minDiskGb', { minDiskGb: '40.5' }, 'Enter a whole number of GB.'],
  ['minDiskGb', { minDiskGb: '1e3' }, 'Enter a whole number of GB.'],
  ['minDiskGb', { minDiskGb: '٤١' }, 'Enter a whole number of GB.'],
  ['minDiskGb', { minDiskGb: '-5' }, 'Enter 1 or more.'],
  ['minDiskGb', { minDiskGb: '0' }, 'Enter 1 or more.'],
  ['minDiskGb', { minDiskGb: ' 1 ' }, null],
  ['minDiskGb', { minDiskGb: '39' }, null],
  ['minDiskGb', { minDiskGb: '1024' }, null],
  ['minDiskGb', { minDiskGb: '1025' }, 'Enter 1024 or less.'],
  ['minDiskGb', { kind: 'data', minDiskGb: '2048' }, null],
  ['minDiskGb', { kind: 'data', minDiskGb: '2049' }, 'Enter 2048 or less.'],
  [
    'minDiskGb',
    { kind: 'data', quickImport: true, minDiskGb: '1025' },
    'Enter 1024 or less. Quick import takes data disks up to 1024 GB.',
  ],
  ['osVersion', { osVersion: ' CentOS 7.7 64bit ' }, null],
  ['osVersion', { osVersion: 'CentOS 9' }, 'Choose a system from the list.'],
  ['osVersion', { osVersion: 'constructor' }, 'Choose a system from the list.'],
  ['osVersion', { madeFor: 'iso-installer' }, 'Choose the operating system. ISO files need it.'],
  ['osVersion', { quickImport: true }, 'Choose the operating system. Quick import needs it.'],
  ['osVersion', { kind: 'data', quickImport: true }, null],
  ['osVersion', { kind: 'data', osVersion: 'CentOS 9' }, null],
  ['tags', { tags: Array.from({ length: 11 }, (_, index) => `k${index}`) }, 'Use at most 10 tags.'],
  ['tags', { tags: ['team.a', 'team=b'] }, 'Use each key once. team is there twice.'],
  ['bootMode', { architecture: 'arm' }, 'Choose UEFI. Arm servers boot with UEFI only.'],
  ['bootMode', { architecture: 'arm', bootMode: 'uefi' }, null],
  ['bootMode', { kind: 'data', architecture: 'arm' }, null],
  ['minRamMb', { minRamMb: '1.5' }, 'Enter a whole number of MB.'],
  ['minRamMb', { minRamMb: '-1' }, 'Enter 0 or more.'],
  ['minRamMb', { minRamMb: '16777217' }, 'Enter 16777216 or less.'],
  ['minRamMb', { quickImport: true, minRamMb: 'x' }, null],
  ['minRamMb', { kind: 'data', minRamMb: 'x' }, null],
  [
    'maxRamMb',
    { minRamMb: '2048', maxRamMb: '2048' },
    'Enter more than the minimum, 2048, or leave it empty.',
  ],
  ['maxRamMb', { minRamMb: '2048', maxRamMb: '2049' }, null],
  ['maxRamMb', { minRamMb: '2048', maxRamMb: '0' }, null],
  ['kmsKeyId', { kmsKeyId: `  ${KEY_ID} ` }, null],
  ['kmsKeyId', { kmsKeyId: 'ims/default' }, `Enter the key's id, ${ID_FORM}.`],
  [
    'kmsKeyId',
    { kmsKeyId: KEY_ID, madeFor: 'bare-metal-server' },
    'Clear the encryption key. Images for bare metal servers cannot be encrypted.',
  ],
  [
    'kmsKeyId',
    { kmsKeyId: KEY_ID, madeFor: 'iso-installer' },
    'Clear the encryption key. ISO images cannot be encrypted.',
  ],
  [
    'kmsKeyId',
    { kmsKeyId: KEY_ID, quickImport: true },
    'Clear the encryption key. Quick import cannot encrypt.',
  ],
  ['kmsKeyId', { kind: 'data', kmsKeyId: KEY_ID, madeFor: 'iso-installer' }, null],
  [
    'quickImport',
    { madeFor: 'iso-installer', quickImport: true },
    'Untick quick import. It takes no ISO files.',
  ],
  ['enterpriseProjectId', { enterpriseProjectId: '0' }, null],
  ['enterpriseProjectId', { enterpriseProjectId: KEY_ID }, null],
  [
    'enterpriseProjectId',
    { enterpriseProjectId: '1' },
    `Enter the project's id, ${ID_FORM}, or 0 for the default.`,
  ],
]

test.each(rules)('%s of %j: %s', (field, changes, message) => {
  expect(messages(systemDraft(changes))[field] ?? null).toBe(message)
})

test('a description ends at 1024 characters', () => {
  expect(messages(systemDraft({ description: 'x'.repeat(1024) }))).toEqual({})
  expect(messages(systemDraft({ description: 'x'.repeat(1100) }))).toEqual({
    description: 'Use at most 1024 characters (now 1100).',
  })
})

test('a megabyte in a field is refused in the words of that field', () => {
  const draft = systemDraft({
    imageName: MEGABYTE,
    description: MEGABYTE,
    osVersion: MEGABYTE,
    kmsKeyId: MEGABYTE,
    minDiskGb: '9'.repeat(MEGABYTE.length),
  })
  expect(messages(draft)).toEqual({
    imageName: 'Use at most 128 characters (now 1048576).',
    description: 'Use at most 1024 characters (now 1048576).',
    osVersion: 'Choose a system from the list.',
    kmsKeyId: `Enter the key's id, ${ID_FORM}.`,
    minDiskGb: 'Enter 1024 or less.',
  })
})

test('ids are sent in lower case, 0 MB and an empty field both mean no limit', () => {
  const request = importRequest.parse(
    systemDraft({ kmsKeyId: KEY_ID, enterpriseProjectId: KEY_ID, minRamMb: '0' }),
  )
  expect(request).toMatchObject({
    kmsKeyId: KEY_ID.toLowerCase(),
    enterpriseProjectId: KEY_ID.toLowerCase(),
    minRamMb: null,
  })
})

test('quick import sends neither configuration nor memory limits', () => {
  const draft = systemDraft({
    quickImport: true,
    osVersion: 'CentOS 7.7 64bit',
    initialConfigurationDone: true,
    minRamMb: '1',
  })
  expect(importRequest.parse(draft)).toMatchObject({
    quickImport: true,
    automaticConfiguration: false,
    initialConfigurationDone: false,
    minRamMb: null,
  })
})

test('what is no draft at all is refused, not thrown at', () => {
  for (const input of [
    null,
    'draft',
    [],
    {},
    { ...systemDraft(), kind: 'both' },
    { ...systemDraft(), tags: 'a' },
  ]) {
    expect(importRequest.safeParse(input).success).toBe(false)
  }
})

describe('for every draft', () => {
  /** The bodies of the four calls, spelled here a second time, as an oracle that knows nothing of the schema. */
  function satisfiesWire(request: ImportRequest): boolean {
    const common = {
      name: request.name,
      description: request.description,
      image_url: `${request.file.bucket}:${request.file.key}`,
      min_disk: request.minDiskGb,
      image_tags: request.tags.map(({ key, value }) => ({ key, value: value ?? '' })),
      ...(request.enterpriseProjectId === null ? {} : { enterprise_project_id: request.enterpriseProjectId }),
      ...(request.kmsKeyId === null ? {} : { cmk_id: request.kmsKeyId }),
    }
    if (request.kind === 'data') {
      const body = { ...common, os_type: request.osType }
      return request.quickImport
        ? request.kmsKeyId === null && wire.quickImportData.safeParse({ ...body, type: 'DataImage' }).success
        : wire.createDataImage.safeParse(body).success
    }
    const body = {
      ...common,
      ...(request.osVersion === null ? {} : { os_version: request.osVersion }),
      hw_firmware_type: request.bootMode,
      architecture: request.architecture,
      type: { 'cloud-server': 'ECS', 'bare-metal-server': 'BMS', 'iso-installer': 'IsoImage' }[
        request.madeFor
      ],
      ...(request.minRamMb === null ? {} : { min_ram: request.minRamMb }),
      ...(request.maxRamMb === null ? {} : { max_ram: request.maxRamMb }),
    }
    if (request.architecture === 'arm' && request.bootMode !== 'uefi') return false
    if (request.kmsKeyId !== null && (request.quickImport || request.madeFor !== 'cloud-server')) return false
    return request.quickImport
      ? wire.quickImportSystem.safeParse(body).success
      : wire.createSystemImage.safeParse(body).success
  }

  test('the schema throws nothing, and what it makes satisfies the wire and the store', () => {
    let accepted = 0
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const parsed = importRequest.safeParse(draft)
        if (!parsed.success) return parsed.error.issues.every(({ message }) => message.length > 5)
        accepted += 1
        expect(jobRequest.parse(parsed.data)).toEqual(parsed.data)
        return satisfiesWire(parsed.data)
      }),
      { numRuns: 3000 },
    )
    expect(accepted).toBeGreaterThan(20)
  })

  test('hostile text in any field is judged within a moment', () => {
    const fields = [
      'imageFile',
      'imageName',
      'minDiskGb',
      'osVersion',
      'description',
      'minRamMb',
      'kmsKeyId',
    ] as const
    const startedAt = performance.now()
    for (const field of fields) {
      for (const text of HOSTILE) importRequest.safeParse(systemDraft({ [field]: text }))
    }
    importRequest.safeParse(systemDraft({ tags: [MEGABYTE] }))
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })

  test('the disk range shown is the range judged', () => {
    for (const quickImport of [false, true]) {
      for (const kind of ['system', 'data'] as const) {
        const draft = systemDraft({ kind, quickImport, osVersion: 'CentOS 7.7 64bit' })
        const { max } = diskRange(draft)
        expect(messages({ ...draft, minDiskGb: String(max) })).toEqual({})
        expect(messages({ ...draft, minDiskGb: String(max + 1) })).toHaveProperty('minDiskGb')
      }
    }
  })
})
