import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { announce, currentAnnouncement, PAGE, speakInDialog } from './announcements'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('what is announced is spoken once', () => {
  test('by the page when no dialog is open', () => {
    announce('Copied')
    expect(currentAnnouncement()).toMatchObject({ text: 'Copied', speaker: PAGE })
  })

  test('by the innermost dialog, as everything outside of it is inert', () => {
    const closeOuter = speakInDialog('outer')
    const closeInner = speakInDialog('inner')
    announce('Copied')
    expect(currentAnnouncement().speaker).toBe('inner')
    closeInner()
    announce('Saved')
    expect(currentAnnouncement().speaker).toBe('outer')
    closeOuter()
    announce('Gone')
    expect(currentAnnouncement().speaker).toBe(PAGE)
  })

  test('and not again when its dialog closes long after', () => {
    const close = speakInDialog('dialog')
    announce('Copied')
    const { id } = currentAnnouncement()
    vi.advanceTimersByTime(5_000)
    close()
    expect(currentAnnouncement().id).toBe(id)
  })

  test('by the page when it was said as its dialog closed, where nobody has heard it', () => {
    const close = speakInDialog('dialog')
    announce('Project changed')
    close()
    expect(currentAnnouncement()).toMatchObject({ text: 'Project changed', speaker: PAGE })
  })

  test('by nobody anew when a dialog closes that has said nothing', () => {
    announce('Copied')
    const { id } = currentAnnouncement()
    speakInDialog('dialog')()
    expect(currentAnnouncement().id).toBe(id)
  })
})
