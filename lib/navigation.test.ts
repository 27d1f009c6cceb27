import { expect, test } from 'vitest'
import { paths, safeReturnPath } from './navigation.ts'

test('addresses', () => {
  expect(paths.job('a/b')).toBe('/jobs/a%2Fb')
  expect(paths.api.objects('ims-image', '', '')).toBe('/api/buckets/ims-image/objects?prefix=')
  expect(paths.api.objects('ims-image', 'a b/&', 'a b/&c')).toBe(
    '/api/buckets/ims-image/objects?prefix=a+b%2F%26&after=a+b%2F%26c',
  )
  expect(paths.signIn('/jobs?x=1')).toBe('/sign-in?next=%2Fjobs%3Fx%3D1')
})

test.each([
  ['/jobs/1?tab=x', '/jobs/1?tab=x'],
  ['//evil.example', '/import'],
  ['/\\evil.example', '/import'],
  ['https://evil.example', '/import'],
  ['javascript:alert(1)', '/import'],
  ['/sign-in?next=/jobs', '/import'],
  ['/a\n//b', '/import'],
  ['', '/import'],
  [null, '/import'],
])('the way back after sign-in from %j is %j', (next, path) => {
  expect(safeReturnPath(next)).toBe(path)
})
