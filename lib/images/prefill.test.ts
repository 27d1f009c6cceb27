import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MADE_FOR } from '../cloud/import-request.ts'
import { prefillQuery } from './prefill.ts'
import { readPrefill } from './read-prefill.ts'

const parametersOf = (query: string) => Object.fromEntries(new URLSearchParams(query))

test('what is written into an address is read back, whatever it holds', () => {
  const text = fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' })
  fc.assert(
    fc.property(
      fc.record(
        {
          file: text,
          kind: fc.constantFrom('system' as const, 'data' as const),
          name: text,
          description: text,
          tags: text,
          disk: text,
          boot: fc.constantFrom('bios' as const, 'uefi' as const),
          'made-for': fc.constantFrom(...MADE_FOR),
          'os-type': text,
          'kms-key': text,
          'enterprise-project': text,
          from: text,
        },
        { requiredKeys: [] },
      ),
      (values) => {
        expect(readPrefill(parametersOf(prefillQuery(values)))).toEqual(values)
      },
    ),
  )
})

test('what cannot be read is left out, and nothing else with it', () => {
  expect(
    readPrefill({
      boot: 'coreboot',
      arch: ['x86', 'arm'],
      name: 'web',
      os: 'x'.repeat(5000),
      again: 'a',
      kind: 'iso',
      'made-for': 'toaster',
      from: '',
    }),
  ).toEqual({ name: 'web' })
})
