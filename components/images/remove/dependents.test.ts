import { describe, expect, test } from 'vitest'
import { dependents, isUsed } from './dependents'

const member = { projectId: 'a'.repeat(32), status: 'accepted', since: null, answeredAt: null }

test('a private image has no members to ask for, whatever the service', () => {
  expect(dependents({ visibility: 'private' }, null, 'ims')).toBe('none')
  expect(dependents({ visibility: 'private' }, null, 'glance')).toBe('none')
  expect(dependents({ visibility: 'shared' }, null, 'glance')).toBe('not-known')
})

describe('an image is deleted once its name was typed', () => {
  test.each([
    ['its members are known', 'ims', 'shared', [member], true],
    ['IMS says that it is shared and not with whom', 'ims', 'shared', null, true],
    ['it has no members, whatever was said of it before', 'ims', 'shared', [], false],
    ['nothing says that it is shared', 'ims', 'private', null, false],
    ['Glance says "shared", as of nearly every image', 'glance', 'shared', null, false],
    ['every project sees it', 'glance', 'public', null, true],
    ['every project may use it', 'glance', 'community', [], true],
    ['nothing is said of who sees it', 'glance', null, null, false],
    ['Glance knows a member', 'glance', 'shared', [member], true],
  ] as const)('where %s', (_, api, visibility, members, isTyped) => {
    expect(isUsed(dependents({ visibility }, members ? [...members] : null, api))).toBe(isTyped)
  })
})
