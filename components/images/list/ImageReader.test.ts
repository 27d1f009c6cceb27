import { expect, test } from 'vitest'
import { ProblemError } from '@/components/shell/request'
import { ownError } from '@/lib/cloud/explained-error'
import type { ImageScope } from '@/lib/cloud/images/scopes'
import { anImage, NOW } from '@/lib/images/listed-images.fixture'
import type { ImagePage } from '@/lib/images/view'
import { ImageReader } from './ImageReader'

const page = (...numbers: number[]): ImagePage => ({
  images: numbers.map((number) => anImage(number)),
  next: null,
  readAt: NOW,
})
const refused = () => new ProblemError('forbidden', ownError('Refused', null, 'Ask for the right.'), 403)

/** A reader whose pages come when the test says so. */
function reading(wanted: readonly ImageScope[]) {
  const asked: PromiseWithResolvers<ImagePage>[] = []
  const reader = new ImageReader(() => {
    const answer = Promise.withResolvers<ImagePage>()
    asked.push(answer)
    return answer.promise
  }, wanted)
  /** Answers the call that was made last, and lets the reader take it in. */
  const settle = async (answer: ImagePage | Error) => {
    if (answer instanceof Error) asked.at(-1)?.reject(answer)
    else asked.at(-1)?.resolve(answer)
    await new Promise(setImmediate)
  }
  return { reader, settle }
}

test('scopes that are asked for count as being read before anything of them has come', async () => {
  const { reader, settle } = reading(['own'])
  reader.open(['own'])
  await settle(page(1))
  expect(reader.state()).toMatchObject({ isReading: false, complete: new Set(['own']) })

  let heard = 0
  reader.subscribe(() => {
    heard += 1
  })
  reader.open(['public'])
  expect(heard).toBe(1)
  expect(reader.state()).toMatchObject({ isReading: true, complete: new Set(), readAt: null })
  await settle(page(2))
  expect(reader.state()).toMatchObject({ isReading: false, complete: new Set(['public']), readAt: NOW })
})

test('why a scope is not read is told for as long as it is asked for', async () => {
  const { reader, settle } = reading(['own'])
  reader.open(['own'])
  await settle(page(1))
  reader.open(['own', 'public'])
  await settle(refused())
  expect([...reader.state().stopped.keys()]).toEqual(['public'])

  reader.open(['own'])
  expect(reader.state()).toMatchObject({ isReading: false, stopped: new Map() })
  reader.open(['own', 'public'])
  expect([...reader.state().stopped.keys()]).toEqual(['public'])
})

test('a list that is closed is not read on, and goes on where it was', async () => {
  let calls = 0
  let answer = (_page: ImagePage) => {}
  const reader = new ImageReader(() => {
    calls += 1
    return new Promise((resolve) => {
      answer = resolve
    })
  }, ['own'])
  reader.open(['own'])
  reader.close()
  answer({ ...page(1), next: 'more' })
  await new Promise(setImmediate)
  expect(calls).toBe(1)
  reader.open(['own'])
  expect(calls).toBe(2)
})
