import { expect, test } from 'vitest'
import { ownError } from '@/lib/cloud/explained-error'
import { endWords, resultOf } from './row-result'

const error = ownError('IMS did not answer in time', null, 'Read again.')
const notDone = (isUnknown?: boolean) =>
  resultOf({ ok: false, error: { reason: 'not-done', error, ...(isUnknown ? { isUnknown } : {}) } })

test('what may have been done is not counted as refused', () => {
  const results = [
    notDone(),
    notDone(true),
    resultOf(null),
    resultOf({ ok: true, value: null }),
    resultOf({ ok: false, error: { reason: 'gone' } }),
  ]
  expect(results.map(({ state }) => state)).toEqual(['refused', 'unknown', 'unknown', 'done', 'gone'])
  expect(endWords(results)).toBe('1 of 5 done, 1 gone already, 1 refused, 2 not known')
})

test('a row in doubt keeps what the cloud said of it', () => {
  expect(notDone(true)).toMatchObject({ problem: { error } })
})
