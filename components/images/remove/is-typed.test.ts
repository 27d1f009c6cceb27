import { expect, test } from 'vitest'
import { isTyped } from './is-typed.ts'

test('what is typed is compared as it is seen', () => {
  expect(isTyped('web-1', 'web-1')).toBe(true)
  // Glance takes such names.
  expect(isTyped('web', 'web ')).toBe(true)
  expect(isTyped(' web base ', 'web  base')).toBe(true)
  for (const typed of ['', 'Web', 'we b', 'web-1 2']) expect(isTyped(typed, 'web')).toBe(false)
})
