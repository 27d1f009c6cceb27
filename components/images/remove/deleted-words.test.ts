import { expect, test } from 'vitest'
import { deletedWords } from './deleted-words.ts'

test('nobody is told to have deleted what was gone', () => {
  expect(deletedWords({ ok: true, value: null }, 'web')).toBe('Deleted web')
  expect(deletedWords({ ok: false, error: { reason: 'gone' } }, 'web')).toBe('web was gone already')
})
