import { describe, expect, test } from 'vitest'
import { NO_FILTERS, readFilters } from './filters.ts'
import { DAY_MS, listed, NOW } from './listed-images.fixture.ts'
import { countValues, matcher, usefulFacets } from './matching.ts'

const GIB = 2 ** 30
const rows = [
  listed(1, { name: 'Web-Base-1', tags: ['team=web', 'stage=prod'], sizeBytes: GIB / 2 }),
  listed(2, { name: 'db-base', platform: 'CentOS', bootMode: 'uefi', sizeBytes: GIB }),
  listed(3, { name: 'data', kind: 'data', bootMode: null, platform: null, osType: null, sizeBytes: null }),
  listed(45, { name: null, state: 'error', isEncrypted: true, architecture: 'arm', sizeBytes: 50 * GIB }),
  listed(400, { name: 'old', tags: ['team=web'], isProtected: true, createdAt: NOW - 400 * DAY_MS }),
  listed(6, { name: 'theirs', isProtected: null, createdAt: null, diskFormat: 'zvhd' }, 'pending'),
]
const numbersOf = (query: string) =>
  rows
    .filter(matcher(readFilters(new URLSearchParams(query)), NOW))
    .map(({ image }) => Number(image.id.slice(-12)))

describe('an image fits', () => {
  test.each([
    ['', [1, 2, 3, 45, 400, 6]],
    ['q=base', [1, 2]],
    ['q=WEB+base', [1]],
    ['q=team%3Dweb', [1, 400]],
    ['q=000000000045', [45]],
    ['tag=team%3Dweb', [1, 400]],
    ['tag=team%3Dweb&tag=stage%3Dprod', [1]],
    ['tag=team', []],
    ['status=error', [45]],
    ['status=error&status=active&kind=data', [3]],
    ['system=CentOS&system=Debian', [1, 2, 45, 400, 6]],
    ['arch=arm', [45]],
    ['boot=none', [3]],
    ['boot=uefi&boot=none', [2, 3]],
    ['size=0-1', [1]],
    ['size=1-10', [2, 400, 6]],
    ['size=40-', [45]],
    ['size=0.4-0.6&size=40-', [1, 45]],
    ['age=24h', [1]],
    ['age=7d', [1, 2, 3]],
    ['age=over-90d', [400]],
    ['age=over-1y', [400]],
    ['encrypted=yes', [45]],
    ['encrypted=no&protected=no&status=active', [1, 2, 3]],
    ['protected=yes', [400]],
    ['format=zvhd', [6]],
    ['owner=pending', [6]],
  ])('%s', (query, expected) => expect(numbersOf(query)).toEqual(expected))
})

describe('what a value would leave', () => {
  const counts = (query: string, facet: Parameters<typeof countValues>[2]) =>
    Object.fromEntries(
      countValues(rows, readFilters(new URLSearchParams(query)), facet, NOW).map(({ value, count }) => [
        value,
        count,
      ]),
    )

  test('is what choosing it alone shows', () => {
    for (const facet of ['status', 'system', 'boot', 'size', 'age', 'format', 'kind'] as const)
      for (const [value, count] of Object.entries(counts('q=a', facet))) {
        const query = new URLSearchParams([
          ['q', 'a'],
          [facet, value],
        ])
        expect([facet, value, numbersOf(query.toString()).length]).toEqual([facet, value, count])
      }
  })

  test('tags add to those chosen, and a chosen value stays though nothing has it', () => {
    expect(counts('tag=team%3Dweb', 'tag')).toEqual({ 'team=web': 2, 'stage=prod': 1 })
    expect(counts('status=deactivated', 'status')).toEqual({ active: 5, error: 1, deactivated: 0 })
    expect(counts('size=0.4-0.6', 'size')).toEqual({ '0.4-0.6': 1, '0-1': 1, '1-10': 3, '40-': 1 })
  })

  test('a facet in which all are alike is of no use', () => {
    expect(usefulFacets([listed(1), listed(2, { isProtected: true })], NOW)).toEqual(
      new Set(['age', 'protected']),
    )
    expect(usefulFacets([], NOW).size).toBe(0)
    expect(rows.every(matcher(NO_FILTERS, NOW))).toBe(true)
  })
})
