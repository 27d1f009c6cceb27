import { expect, test } from 'vitest'
import { ownError } from '../cloud/explained-error.ts'
import { outcomeOfActed } from './audit.ts'

const refusal = ownError('IMS refused the request', null, 'Read it.', { code: 'IMG.0116', httpStatus: 400 })
const failure = ownError('IMS failed', null, 'Read again.', { httpStatus: 503 })
const notDone = (problem: object) =>
  outcomeOfActed({ ok: false, error: { reason: 'not-done', error: refusal, ...problem } })

test('a change that may have been made is not known, and neither refused nor failed', () => {
  expect(notDone({ error: failure, isUnknown: true })).toMatchObject({ result: 'unknown' })
  expect(notDone({ error: failure })).toMatchObject({ result: 'failed' })
  expect(notDone({})).toMatchObject({ result: 'refused', code: 'IMG.0116' })
})

test('what was saved before a refusal stands beside it', () => {
  expect(notDone({ saved: ['name'] })).toMatchObject({
    details: { answer: { httpStatus: 400 }, reason: expect.any(String), saved: ['name'] },
  })
  expect(notDone({ saved: [] }).details).toEqual(notDone({}).details)
})
