import { describe, expect, test } from 'vitest'
import { imageActs } from './acts/image-acts'
import { goneWords } from './gone'

const OWN = {
  own: true,
  visibility: 'private',
  state: 'active',
  kind: 'system',
  isProtected: false,
  isEncrypted: false,
  sizeBytes: 1,
} as const
const RECEIVED = { ...OWN, own: false, visibility: 'shared' } as const

describe('an image that is gone', () => {
  test('was deleted where it was the project’s own, or the cloud says so', () => {
    expect(goneWords(OWN).word).toBe('Deleted')
    expect(goneWords({ ...RECEIVED, state: 'deleted' }).word).toBe('Deleted')
  })

  test('may only be no longer shared where another project owns it', () => {
    expect(goneWords(RECEIVED)).toMatchObject({
      word: 'Not available',
      why: 'It was deleted, or is no longer shared with this project.',
    })
  })

  test('is said to be so at every act', () => {
    const why = (image: typeof OWN | typeof RECEIVED) => imageActs(image, { hasIms: true }, true).copy.why
    expect(why(OWN)).toBe('This image was deleted.')
    expect(why(RECEIVED)).toBe('It was deleted, or is no longer shared with this project.')
  })
})
