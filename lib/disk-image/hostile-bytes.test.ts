/** No bytes make an inspection throw, hang, read past its budget or claim what cannot be. */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { findingsOf } from './findings.ts'
import { inspection as schema } from './inspection.ts'
import { INSPECTION_LIMITS } from './read-budget.ts'
import { look, sample, sampleNames } from './sample-files.fixture.ts'

/** Holds every header and first table of the samples; the rest of them only costs time here. */
const KEPT_BYTES = 1024 * 1024
const MUTATED_BYTES = 1024
const request = {
  kind: 'system',
  minDiskGb: 1024,
  osVersion: 'Ubuntu 18.04 server 64bit',
  bootMode: 'bios',
  architecture: 'x86',
  quickImport: false,
} as const
/** Beside one of these nothing may be said to have passed in the same check. */
const GRAVE = ['blocks', 'unknown']

// Hundreds of inspections a test: a busy machine needs more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 })

async function isSound(bytes: Uint8Array, fileName?: string) {
  const found = await look(bytes, fileName)
  expect(schema.safeParse(JSON.parse(JSON.stringify(found))).success).toBe(true)
  expect(found.reads.count).toBeLessThanOrEqual(INSPECTION_LIMITS.count)
  expect(found.reads.bytes).toBeLessThanOrEqual(INSPECTION_LIMITS.bytes)
  expect(found.virtualSizeBytes ?? 0).toBeGreaterThanOrEqual(0)
  expect(Number.isSafeInteger(found.virtualSizeBytes ?? 0)).toBe(true)
  expect(found.minDiskGb ?? 1).toBeGreaterThanOrEqual(1)
  const findings = findingsOf(found, request)
  for (const { check } of findings.filter(({ severity }) => severity === 'passed'))
    expect(findings.filter((other) => other.check === check && GRAVE.includes(other.severity))).toEqual([])
}

const magics = [
  'QFI\xfb\0\0\0\x03',
  'QFI\xfb\0\0\0\x01',
  'KDMV\x01\0\0\0',
  'COWD',
  'conectix',
  'vhdxfile',
  'QED\0',
  'LUKS\xba\xbe',
  '\x1f\x8b\x08',
  '\x28\xb5\x2f\xfd',
  'PK\x03\x04',
  '# Disk DescriptorFile\n',
]

test('random bytes behind every magic', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom('', ...magics),
      fc.uint8Array({ maxLength: 4096 }),
      async (magic, bytes) => {
        await isSound(Buffer.concat([Buffer.from(magic, 'latin1'), bytes]), 'disk.img')
      },
    ),
    { numRuns: 300 },
  ))

const heads = sampleNames.map((name) => ({ name, bytes: sample(name).subarray(0, KEPT_BYTES) }))
const head = fc.constantFrom(...heads)

test('real headers with fields overwritten', () =>
  fc.assert(
    fc.asyncProperty(
      head,
      fc.array(
        fc.tuple(fc.nat(MUTATED_BYTES), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.constantFrom(1, 2, 4, 8)),
        { minLength: 1, maxLength: 4 },
      ),
      async ({ bytes }, changes) => {
        const mutated = Buffer.from(bytes)
        for (const [at, value, length] of changes)
          mutated.fill(value, Math.min(at, mutated.length), Math.min(at + length, mutated.length))
        await isSound(mutated)
      },
    ),
    { numRuns: 300 },
  ))

test('real files with bytes changed anywhere', () =>
  fc.assert(
    fc.asyncProperty(
      head,
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
        minLength: 1,
        maxLength: 40,
      }),
      async ({ bytes }, changes) => {
        const mutated = Buffer.from(bytes)
        for (const [place, value] of changes) mutated[Math.floor(place * (mutated.length - 1))] = value
        await isSound(mutated)
      },
    ),
    { numRuns: 120 },
  ))

test('real files that end anywhere', () =>
  fc.assert(
    fc.asyncProperty(head, fc.double({ min: 0, max: 1, noNaN: true }), async ({ bytes }, part) => {
      await isSound(bytes.subarray(0, Math.floor(bytes.length * part ** 3)))
    }),
    { numRuns: 120 },
  ))

test('each byte of a header turned over', async () => {
  for (const { name, bytes } of heads.filter(({ name }) =>
    /^(?:qcow2-uefi|vmdk-sparse|qed-uefi)/.test(name),
  )) {
    const mutated = Buffer.from(bytes)
    for (let at = 0; at < 128; at += 1) {
      mutated[at] = ~(mutated[at] ?? 0) & 0xff
      await isSound(mutated, name)
      mutated[at] = bytes[at] ?? 0
    }
  }
})
