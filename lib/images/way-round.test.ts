import { describe, expect, test } from 'vitest'
import { type Asked, IMAGE_ACTS, possible } from './possible.ts'
import { IMAGE_STATES } from './view.ts'
import { wayRound } from './way-round.ts'

const own: Asked = {
  own: true,
  visibility: 'private',
  state: 'active',
  kind: 'system',
  isProtected: false,
  isEncrypted: false,
  sizeBytes: 2 ** 31,
}

describe('the way round', () => {
  test.each([
    ['a public image', { own: false, visibility: 'public' }],
    ['another project’s image', { own: false, visibility: 'shared' }],
    ['another project’s community image', { own: false, visibility: 'community' }],
    ['one that is being made', { state: 'importing' }],
    ['one that failed', { state: 'error' }],
    ['one whose state nobody knows', { state: 'other' }],
  ] as const)('is named for all that cannot be done with %s', (_, difference) => {
    for (const hasIms of [true, false])
      for (const act of IMAGE_ACTS) {
        const image = { ...own, ...difference }
        if (image.own && !hasIms && (act === 'export' || act === 'copy')) continue
        if (!possible(act, image, { hasIms }).can) expect(wayRound(act, image, { hasIms })).toMatch(/\.$/)
      }
  })

  test('of what IMS alone does is not of the image, in whatever state it is', () => {
    for (const state of IMAGE_STATES) {
      expect(wayRound('copy', { ...own, state }, { hasIms: false })).toBeNull()
      expect(wayRound('export', { ...own, state }, { hasIms: false }) ?? 'openstack image save').toContain(
        'openstack image save',
      )
    }
  })

  test('leads to deletion only where nothing is left of the image', () => {
    for (const hasIms of [true, false])
      for (const act of IMAGE_ACTS) {
        expect(wayRound(act, { ...own, state: 'deactivated' }, { hasIms }) ?? '').not.toMatch(/delete/)
        expect(wayRound(act, { ...own, state: 'other' }, { hasIms }) ?? '').not.toMatch(/delete/)
      }
    expect(wayRound('change', { ...own, state: 'error' }, { hasIms: false })).toMatch(/delete this one/)
  })

  test('of an image that is deactivated is that it is made active again', () => {
    const image = { ...own, state: 'deactivated' } as const
    expect(wayRound('share', image, { hasIms: true })).toMatch(/whoever deactivated it, or the support/)
    expect(wayRound('export', image, { hasIms: false })).toMatch(/--activate.*image save/)
    // IMS would be needed all the same.
    expect(wayRound('copy', image, { hasIms: false })).toBeNull()
  })

  test('of sharing what is for all is its id, and on Glance to choose who has it', () => {
    for (const visibility of ['public', 'community']) {
      const image = { ...own, visibility, state: 'importing' } as const
      expect(wayRound('share', image, { hasIms: true })).toMatch(/the same id\.$/)
      expect(wayRound('share', image, { hasIms: false })).toMatch(/the same id\. .*image set --shared\.$/)
      expect(wayRound('share', { ...image, own: false, state: 'active' }, { hasIms: false })).toMatch(
        /the same id\.$/,
      )
    }
  })

  test('never proposes to reject what was never offered', () => {
    for (const visibility of ['community', 'private'])
      expect(wayRound('delete', { ...own, own: false, visibility }, { hasIms: false })).not.toMatch(/Reject/)
    expect(wayRound('delete', { ...own, own: false, visibility: 'shared' }, { hasIms: false })).toMatch(
      /Reject/,
    )
  })

  test('never proposes to copy what cannot be copied', () => {
    const shared = { ...own, own: false, visibility: 'shared' } as const
    expect(wayRound('change', shared, { hasIms: true })).toContain('Copy it')
    expect(wayRound('change', shared, { hasIms: false })).not.toContain('Copy it')
  })

  test('of an image that is only offered leads over its acceptance', () => {
    const offered = { ...own, own: false, visibility: 'shared' } as const
    const around = { hasIms: true, memberStatus: 'pending' } as const
    expect(wayRound('change', offered, around)).toBe('Accept it and copy it: the copy is yours.')
    expect(wayRound('export', offered, around)).toBe('Accept it and copy it, and export the copy.')
    // Why not says already that it has to be accepted.
    expect(wayRound('copy', offered, around)).toBeNull()
    expect(wayRound('change', { ...offered, isEncrypted: true }, around)).toContain('Ask the project')
  })

  test('of delete protection depends on who could take it off', () => {
    const image = { ...own, isProtected: true }
    expect(wayRound('delete', image, { hasIms: true })).toContain('No call of IMS')
    expect(wayRound('delete', image, { hasIms: false })).toContain('Turn the protection off')
  })
})
