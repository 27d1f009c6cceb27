import { describe, expect, test } from 'vitest'
import { lossWords, sharedWith } from './shared-words'

const member = (letter: string) => ({
  projectId: letter.repeat(32),
  status: 'accepted',
  since: null,
  answeredAt: null,
})

describe('beside the name of one of many', () => {
  test.each([
    ['none', null],
    ['not-known', null],
    ['some', 'shared with other projects'],
    ['everyone', 'open to every project'],
    [[member('a')], 'shared with 1 project'],
    [[member('a'), member('b')], 'shared with 2 projects'],
  ] as const)('%j', (users, words) => {
    expect(sharedWith(typeof users === 'string' ? users : [...users])).toBe(words)
  })
})

describe('of all together', () => {
  test('a project that has several of them is counted once', () => {
    expect(lossWords([[member('a')], [member('a'), member('b')], 'none'])).toBe(
      '2 of them are shared with 2 other projects, which lose them too.',
    )
    expect(lossWords([[member('a')]])).toBe('1 of them is shared with 1 other project, which loses it too.')
  })
  test('what could not be read is not counted', () => {
    expect(lossWords([[member('a')], 'some'])).toBe(
      '2 of them are shared with other projects, which lose them too.',
    )
    expect(lossWords(['not-known', 'not-known'])).toBe('Of 2 it is not known whether they are shared.')
  })
  test('what every project has is said for itself', () => {
    expect(lossWords(['everyone', 'everyone', [member('a')]])).toBe(
      '2 of them are open to every project, which loses them too. 1 of them is shared with 1 other project, which loses it too.',
    )
    expect(lossWords(['everyone'])).toBe('1 of them is open to every project, which loses it too.')
  })
  test('nothing is said where nobody loses anything', () => {
    expect(lossWords(['none', 'none'])).toBeNull()
    expect(lossWords([])).toBeNull()
  })
})
