import { expect, test } from 'vitest'
import { characterName, strayCharacter } from './stray-character.ts'

test.each([
  ['@', '@'],
  [' ', 'space'],
  ['\u200f', 'right-to-left mark (U+200F)'],
  ['\u202e', 'right-to-left override (U+202E)'],
  ['\ufeff', 'byte order mark (U+FEFF)'],
  ['\u0001', 'control character (U+0001)'],
  ['\u0301', 'combining mark (U+0301)'],
  ['\u2003', 'invisible character (U+2003)'],
  ['\u{e0001}', 'invisible character (U+E0001)'],
  ['\ud83d', 'broken character (U+D83D)'],
])('%j is named %s', (character, name) => {
  expect(characterName(character)).toBe(name)
})

test('the first stray character is named, half a character even where the alphabet would take it', () => {
  expect(strayCharacter('ab@c#', /^[a-z]*$/)).toBe('@')
  expect(strayCharacter('abc', /^[a-z]*$/)).toBeNull()
  expect(strayCharacter('a\udc00', /^[^x]*$/u)).toBe('broken character (U+DC00)')
})
