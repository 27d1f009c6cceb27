import { describe, expect, test } from 'vitest'
import { REQUEST as request } from '@/components/jobs/job-fixture.test-data'
import type { ImportRequest } from '@/lib/cloud/import-request'
import { look, sample } from '@/lib/disk-image/sample-files.fixture'
import { serverCommand } from '@/lib/images/code/server-command'
import type { ImageView } from '@/lib/images/view'
import type { JobPreflight } from '@/lib/jobs/preflight-view'
import { compareWithRequest } from './compare-with-request'
import { firstUseChecks } from './first-use'
import { quotaWords } from './quota-words'

type Facts = Parameters<typeof firstUseChecks>[0] & Parameters<typeof compareWithRequest>[0]

const facts = (changes: Partial<ImageView> = {}): Facts => ({
  kind: 'system',
  state: 'active',
  status: 'active',
  name: 'debian-10-postgres',
  osVersion: 'Debian GNU/Linux 10.0.0 64bit',
  bootMode: 'uefi',
  architecture: 'x86',
  minDiskGb: 41,
  osType: 'Linux',
  cloudInit: null,
  kmsKeyId: null,
  bootTrial: null,
  ...changes,
})
const noConfiguration: ImportRequest =
  request.kind === 'system' ? { ...request, automaticConfiguration: false } : request
const warnings = (...args: Parameters<typeof firstUseChecks>) =>
  firstUseChecks(...args).flatMap(({ shape, fact }) => (shape === 'warn' ? [fact] : []))

describe('before first use', () => {
  test('nothing nobody has tried is called fine', () => {
    const checked = firstUseChecks(facts(), request, null)
    expect(checked.map(({ shape }) => shape)).toEqual(['unknown', 'ok', 'unknown', 'unknown'])
    for (const { fact, step } of checked) {
      expect(fact).not.toMatch(/\.$/)
      expect(step).toMatch(/\.$/)
    }
  })

  test('drivers are missing where nothing adds them', () => {
    expect(warnings(facts(), noConfiguration, null)).toEqual(['Drivers were not added'])
    expect(warnings(facts(), { ...request, quickImport: true }, null)).toEqual(['Drivers were not added'])
    expect(warnings(facts({ osType: 'Windows' }), request, null)).toEqual([
      'Drivers are hardly ever added here',
    ])
  })

  test('Glance adds no drivers, and does not say that IMS might have', () => {
    const checks = firstUseChecks(facts({ osType: 'Windows' }), null, null, 'glance')
    expect(checks.map(({ step }) => step).join()).not.toContain('IMS')
    expect(checks.map(({ shape }) => shape)).not.toContain('warn')
  })

  test('an Arm image is not told to boot by BIOS', () => {
    const bootTrial = { bootMode: 'uefi', by: 'ada', at: 1, boots: false } as const
    const untried = facts({ architecture: 'arm' })
    for (const image of [untried, { ...untried, bootTrial }]) {
      const [check] = firstUseChecks(image, null, null)
      expect(check?.bootMode).toBeUndefined()
      expect(check?.step).not.toMatch(/BIOS|change the boot mode/)
    }
  })

  test('the boot mode is held against what the file says', async () => {
    const inspection = await look(sample('qcow2-extended-l2.qcow2'))
    const { because } = inspection.bootMode
    const preflight: JobPreflight = {
      view: {
        file: { bucket: 'ims-image', key: 'qcow2-extended-l2.qcow2' },
        object: null,
        inspection,
        hasBitmap: null,
        objectFindings: [],
        readAt: 1,
      },
      findings: [],
      sentAnyway: [],
    }
    expect(firstUseChecks(facts(), request, preflight)[0]).toEqual({
      shape: 'ok',
      fact: 'Boots by UEFI, as its file says',
      step: `${because} Start a server all the same before others rely on it.`,
    })
    expect(firstUseChecks(facts({ bootMode: 'bios' }), request, preflight)[0]).toEqual({
      shape: 'warn',
      fact: 'Boot mode is BIOS, and the disk boots by UEFI',
      step: `${because} Change the boot mode of the image to UEFI.`,
      bootMode: 'uefi',
    })
  })

  test('cloud-init that IMS rules out is a warning', () => {
    expect(warnings(facts({ cloudInit: false }), null, null)).toEqual(['cloud-init cannot be used'])
  })

  test('what somebody has tried counts more than what the file says, as long as the boot mode stays', () => {
    const said = { bootMode: 'uefi', by: 'ada', at: 1 } as const
    const booted = firstUseChecks(facts({ bootTrial: { ...said, boots: true } }), noConfiguration, null)
    expect(booted[0]).toMatchObject({ shape: 'ok', fact: 'A server booted from it by UEFI' })
    // Without drivers it would not have found its disk.
    expect(booted.map(({ fact }) => fact).join()).not.toContain('Drivers')

    const failed = firstUseChecks(facts({ bootTrial: { ...said, boots: false } }), request, null)
    expect(failed[0]).toMatchObject({ shape: 'warn', bootMode: 'bios' })

    expect(failed[0]?.step).toContain('automatic configuration')
    const onGlance = facts({ bootTrial: { ...said, boots: false } })
    expect(firstUseChecks(onGlance, null, null, 'glance')[0]?.step).not.toContain('import')

    const since = firstUseChecks(
      facts({ bootTrial: { ...said, boots: false }, bootMode: 'bios' }),
      request,
      null,
    )
    expect(since[0]?.fact).toBe('Boots by BIOS, not tried yet')
  })

  test('a data disk has nothing to boot', () => {
    expect(firstUseChecks(facts({ kind: 'data', bootMode: null }), null, null)).toHaveLength(1)
  })

  test('an encrypted image says what its key is for', () => {
    expect(firstUseChecks(facts({ kmsKeyId: 'k' }), null, null).at(-1)?.fact).toBe('Encrypted with a KMS key')
  })
})

describe('the image against the request', () => {
  test('is as requested', () => {
    expect(compareWithRequest(facts(), request)).toEqual([])
  })

  test('each difference is a sentence with both values', () => {
    const differences = compareWithRequest(
      facts({ minDiskGb: 40, bootMode: 'bios', osVersion: 'Debian GNU/Linux 9.0.0 64bit' }),
      request,
    )
    expect(differences).toHaveLength(3)
    expect(differences[0]).toContain('41')
  })

  test('what IMS does not say is no difference', () => {
    expect(compareWithRequest(facts({ minDiskGb: null, bootMode: null, osVersion: null }), request)).toEqual(
      [],
    )
  })
})

describe('the command', () => {
  const id = '7091952d-6b0c-4e8f-a7c4-1f0a2f4d9be3'
  test('makes a server of a system, a volume of a data disk, and nothing of an installer', () => {
    expect(serverCommand({ id, kind: 'system', minDiskGb: 41, name: 'pg' }, 'ims')).toContain(
      '--boot-from-volume 41',
    )
    expect(serverCommand({ id, kind: 'data', minDiskGb: 50, name: 'pg' }, 'ims')).toContain(
      'volume create \\\n  --image',
    )
    expect(serverCommand({ id, kind: 'iso', minDiskGb: 40, name: 'pg' }, 'ims')).toBeNull()
  })
  test('names a flavor of the cloud where there is IMS, and none where nobody knows any', () => {
    const image = { id, kind: 'system', minDiskGb: 41, name: 'pg' } as const
    expect(serverCommand(image, 'ims')).toContain('--flavor s3.large.2')
    expect(serverCommand(image, 'glance')).toContain('--flavor YOUR-FLAVOR')
  })
  test('a name that a shell would read is left out of it', () => {
    expect(serverCommand({ id, kind: 'system', minDiskGb: 1, name: 'a b; rm' }, 'ims')).not.toContain('rm')
  })
})

test.each([
  [38, 50, 'fine', null],
  [45, 50, 'nearly-full', '5 left'],
  [50, 50, 'full', 'Full. Delete images or ask for more; imports will be refused.'],
  [0, 0, 'full', 'Full. Delete images or ask for more; imports will be refused.'],
] as const)('%d of %d images is %s', (used, quota, level, warning) => {
  expect(quotaWords({ used, quota })).toMatchObject({ level, warning })
})
