import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDraft, systemDraft } from './drafts.fixture.ts'
import { fromRequest } from './from-request.ts'
import { importRequest } from './schema.ts'

test('the form filled in from a request makes the same request again', () => {
  let compared = 0
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const parsed = importRequest.safeParse(draft)
      if (!parsed.success) return
      compared += 1
      expect(importRequest.parse(fromRequest(parsed.data))).toEqual(parsed.data)
    }),
    { numRuns: 3000 },
  )
  expect(compared).toBeGreaterThan(20)
})

test('a request of quick import leaves automatic configuration at its default, since it says nothing of it', () => {
  const draft = systemDraft({ quickImport: true, osVersion: 'CentOS 7.7 64bit' })
  expect(fromRequest(importRequest.parse(draft)).automaticConfiguration).toBe(true)
})
