import { expect, test } from 'vitest'
import { ProblemError } from '@/components/shell/request'
import { bucketElsewhere, bucketProblem, bucketsProblem } from './problems'

const error = (problem: ProblemError['problem'], code: string | null = null) =>
  new ProblemError(
    problem,
    {
      title: 'OBS did not answer',
      cause: null,
      remedy: 'Try again in a minute.',
      field: null,
      code,
      message: null,
      httpStatus: null,
      requestId: null,
      at: 0,
    },
    502,
  )

test('what only a right or another name can mend offers no second try', () => {
  expect(bucketsProblem(error('forbidden'))).toEqual({
    words: 'You may not list buckets.',
    hint: 'Type the name of one.',
    isPassing: false,
  })
  expect(bucketProblem(error('forbidden'), 'not-yours', 'eu-de')).toMatchObject({
    words: 'You may not list the files of not-yours.',
    isPassing: false,
  })
  expect(bucketProblem(error('not-found'), 'no-such', 'eu-de')).toMatchObject({
    words: 'There is no bucket called no-such.',
    isPassing: false,
  })
  expect(bucketProblem(error('upstream', 'PermanentRedirect'), 'archive-nl', 'eu-de')).toMatchObject({
    words: 'The bucket archive-nl is in another region. IMS in eu-de cannot read it.',
    isPassing: false,
  })
  expect(bucketElsewhere('archive-nl', 'eu-nl', 'eu-de')).toMatchObject({
    words: 'The bucket archive-nl is in eu-nl. IMS in eu-de cannot read it.',
  })
})

test('what may pass says so, in the words of the service', () => {
  const passing = { words: 'OBS did not answer.', hint: 'Try again in a minute.', isPassing: true }
  expect(bucketsProblem(error('upstream'))).toEqual(passing)
  expect(bucketProblem(error('unreachable'), 'ims-image', 'eu-de')).toEqual(passing)
})
