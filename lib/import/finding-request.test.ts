import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDraft, dataDraft, systemDraft } from './drafts.fixture.ts'
import { findingRequestOf } from './finding-request.ts'
import { fromRequest } from './from-request.ts'
import { importRequest } from './schema.ts'

test('the form and the action judge the same thing', () => {
  let compared = 0
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const parsed = importRequest.safeParse(draft)
      if (!parsed.success) return
      compared += 1
      expect(findingRequestOf(fromRequest(parsed.data))).toEqual(findingRequestOf(draft))
    }),
    { numRuns: 3000 },
  )
  expect(compared).toBeGreaterThan(20)
})

test('what is not typed yet is null, and what a data disk does not take is left out', () => {
  expect(findingRequestOf(systemDraft({ minDiskGb: '', osVersion: '' }))).toMatchObject({
    minDiskGb: null,
    osVersion: null,
  })
  expect(findingRequestOf(systemDraft({ minDiskGb: '4o' })).minDiskGb).toBeNull()
  expect(findingRequestOf(systemDraft({ osVersion: 'CentOS' })).osVersion).toBeNull()
  expect(findingRequestOf(dataDraft())).toEqual({ kind: 'data', quickImport: false, minDiskGb: 41 })
})
