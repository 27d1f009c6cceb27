import { describe, expect, test } from 'vitest'
import { type Asked, type ImageAct, possible, type Surroundings } from './possible.ts'

const GIB = 2 ** 30
const IMAGE: Asked = {
  own: true,
  visibility: 'private',
  state: 'active',
  kind: 'system',
  isProtected: false,
  isEncrypted: false,
  sizeBytes: 3 * GIB,
}
const OF_ANOTHER = { own: false, visibility: 'shared' } as const

const ask = (act: ImageAct, image: Partial<Asked> = {}, around: Partial<Surroundings> = {}) =>
  possible(act, { ...IMAGE, ...image }, { hasIms: true, ...around })

test.each(['change', 'tag', 'share', 'export', 'copy', 'delete'] as const)(
  'an active private image of one’s own: %s is possible',
  (act) => {
    expect(ask(act)).toEqual({ can: true, caution: null })
  },
)

test.each(['change', 'tag', 'share', 'export', 'delete'] as const)('%s is for the owner alone', (act) => {
  expect(ask(act, OF_ANOTHER)).toMatchObject({ can: false, why: expect.stringContaining('Another project') })
  expect(ask(act, { own: false, visibility: 'public' })).toMatchObject({
    why: expect.stringContaining('public'),
  })
})

test.each(['change', 'share', 'export', 'copy', 'delete'] as const)(
  '%s waits until the image is made',
  (act) => {
    expect(ask(act, { state: 'importing' })).toMatchObject({
      can: false,
      why: expect.stringContaining('still'),
    })
  },
)

test('Glance changes, shares and deletes an image before its file is there', () => {
  for (const act of ['change', 'tag', 'share', 'delete'] as const)
    expect(ask(act, { state: 'importing' }, { hasIms: false }).can).toBe(true)
  expect(ask('change', { state: 'error' }, { hasIms: false }).can).toBe(false)
})

describe('an image that is deactivated', () => {
  test('is changed and shared on Glance, which asks for no status', () => {
    for (const act of ['change', 'tag', 'delete'] as const)
      expect(ask(act, { state: 'deactivated' }, { hasIms: false })).toEqual({ can: true, caution: null })
    expect(ask('share', { state: 'deactivated' }, { hasIms: false })).toMatchObject({
      can: true,
      caution: expect.stringContaining('openstack image set --activate'),
    })
  })
  test('waits with IMS, which changes and shares only active ones', () => {
    for (const act of ['change', 'share', 'export', 'copy'] as const)
      expect(ask(act, { state: 'deactivated' })).toEqual({ can: false, why: 'It is deactivated.' })
  })
})

test.each(['public', 'community'])(
  '%s: one’s own image that is for all is shared with nobody by name',
  (visibility) => {
    for (const hasIms of [true, false])
      expect(ask('share', { visibility }, { hasIms })).toMatchObject({
        can: false,
        why: expect.stringMatching(/every project .* already/),
      })
    expect(ask('delete', { visibility }).can).toBe(true)
  },
)

describe('deletion', () => {
  test('of a broken image is possible', () => {
    expect(ask('delete', { state: 'error' }).can).toBe(true)
  })
  test('is stopped by protection, and by an export of it', () => {
    expect(ask('delete', { isProtected: true }).can).toBe(false)
    expect(ask('delete', {}, { isBeingExported: true }).can).toBe(false)
  })
})

describe('export', () => {
  test('once at a time, no ISO, no whole server, no cloud without IMS', () => {
    expect(ask('export', {}, { isBeingExported: true }).can).toBe(false)
    expect(ask('export', { kind: 'iso' }).can).toBe(false)
    expect(ask('export', { isWholeServer: true }).can).toBe(false)
    expect(ask('export', {}, { hasIms: false }).can).toBe(false)
  })
  test('of a large image is quick export’s, which takes none that are encrypted', () => {
    expect(ask('export', { sizeBytes: 129 * GIB }).can).toBe(true)
    expect(ask('export', { sizeBytes: 129 * GIB, isEncrypted: true }).can).toBe(false)
    expect(ask('export', { sizeBytes: 1024 * GIB }).can).toBe(false)
  })
  test('of what was made from an image of a charged system is tried with a caution', () => {
    const made = { madeFromImage: 'f3b1c0d9-8e7a-4b6c-9d5e-4f3a2b1c0d9e', platform: 'Windows' }
    expect(ask('export', made)).toMatchObject({ can: true, caution: expect.stringContaining('Windows') })
    expect(ask('export', { ...made, platform: 'Debian' })).toEqual({ can: true, caution: null })
  })
})

describe('copy', () => {
  test('of a shared image once it is accepted, and never of an encrypted one', () => {
    expect(ask('copy', OF_ANOTHER, { memberStatus: 'accepted' }).can).toBe(true)
    expect(ask('copy', OF_ANOTHER, { memberStatus: 'pending' }).can).toBe(false)
    expect(ask('copy', { ...OF_ANOTHER, isEncrypted: true }, { memberStatus: 'accepted' }).can).toBe(false)
  })
  test('up to 128 GB', () => {
    expect(ask('copy', { sizeBytes: 128 * GIB }).can).toBe(true)
    expect(ask('copy', { sizeBytes: 128 * GIB + 1 }).can).toBe(false)
  })
})

describe('sharing is tried with a caution', () => {
  test('of an encrypted image: which key is the default one is not known', () => {
    expect(ask('share', { isEncrypted: true })).toMatchObject({ caution: expect.stringMatching(/key/) })
  })
  test('of a whole server, whose origin is not known: IMS shares few of them, and with few projects', () => {
    const caution = expect.stringMatching(/CBR.* 10 projects/)
    expect(ask('share', { isWholeServer: true })).toMatchObject({ can: true, caution })
  })
  test('of each that is in the way, and of none where there is no IMS', () => {
    const both = { isWholeServer: true, isEncrypted: true }
    expect(ask('share', both)).toMatchObject({ caution: expect.stringMatching(/encrypted.*CBR/) })
    expect(ask('share', both, { hasIms: false })).toEqual({ can: true, caution: null })
  })
})
