import { expect, test } from 'vitest'
import { ownError } from '@/lib/cloud/explained-error'
import { lostAnswer } from './acting-error'
import { notDoneLine } from './problem-line'

test('what a refusal means is said, and of what is in doubt nothing but the doubt', () => {
  const error = ownError('Only the owner may do this', null, 'Ask.', { code: 'IMG.0047' })
  expect(notDoneLine('Still shared', { reason: 'not-done', error })).toBe(
    'Still shared. Only the owner may do this (IMG.0047).',
  )
  expect(notDoneLine('Still shared', lostAnswer().error)).toMatch(/^Slipway did not answer.*not known/)
})
