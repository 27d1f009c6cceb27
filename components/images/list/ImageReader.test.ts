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
  const scopes: ImageScope[] = []
  const reader = new ImageReader(({ scope }) => {
    scopes.push(scope)
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
  return { reader, settle, asked, scopes }
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

test('the scopes are read at the same time, and each one page after the other', async () => {
  const { reader, asked, scopes } = reading(['own', 'accepted'])
  reader.open(['own', 'accepted'])
  expect(scopes).toEqual(['own', 'accepted'])
  // Opened again meanwhile, as by a part of the page that is drawn anew.
  reader.open(['own', 'accepted'])
  expect(scopes).toEqual(['own', 'accepted'])

  asked[0]?.resolve({ ...page(1), next: 'more' })
  await new Promise(setImmediate)
  expect(scopes).toEqual(['own', 'accepted', 'own'])
  asked[2]?.resolve(page(2))
  await new Promise(setImmediate)
  expect(reader.state()).toMatchObject({ isReading: true, complete: new Set(['own']) })
  asked[1]?.resolve(page(3))
  await new Promise(setImmediate)
  expect(reader.state()).toMatchObject({ isReading: false, complete: new Set(['own', 'accepted']) })
  expect(reader.state().rows).toHaveLength(3)
})

test('a list that is closed is not read on, and goes on where it was', async () => {
  const { reader, asked, scopes } = reading(['own'])
  reader.open(['own'])
  reader.close()
  asked[0]?.resolve({ ...page(1), next: 'more' })
  await new Promise(setImmediate)
  expect(scopes).toEqual(['own'])
  reader.open(['own'])
  expect(scopes).toEqual(['own', 'own'])
})
