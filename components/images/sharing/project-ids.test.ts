import { describe, expect, test } from 'vitest'
import { readProjectIds } from './project-ids'

const id = (end: number) => end.toString(16).padStart(32, '0')
const OWN = 'f'.repeat(32)
const around = { ownProjectId: OWN, members: [id(1)], max: 256 }

describe('project ids to share with', () => {
  test('are taken with whatever stands between them, each once', () => {
    expect(readProjectIds(` ${id(2)},\n${id(3).toUpperCase()}; ${id(2)}\t`, around)).toEqual({
      ok: true,
      value: [id(2), id(3)],
    })
  })

  test('those that have it already are left out of several', () => {
    expect(readProjectIds(`${id(1)} ${id(2)}`, around)).toEqual({ ok: true, value: [id(2)] })
  })

  test.each([
    ['', /Enter a project id/],
    ['eu-de_lab', /eu-de_lab is no project id/],
    [`${'0'.repeat(31)}g`, /is no project id/],
    [OWN, /your own project/],
    [`${OWN} ${id(2)}`, /Take it out/],
    [id(1), /already/],
    ['x'.repeat(5000), /^x{40}… is no project id/],
  ])('%s is refused with what to do', (text, message) => {
    const read = readProjectIds(text, around)
    expect(read.ok ? '' : read.error).toMatch(message)
  })

  test.each([256, 10])('end at %d, those it has included', (max) => {
    const members = Array.from({ length: max - 1 }, (_, index) => id(index + 1))
    const full = { ownProjectId: OWN, members, max }
    expect(readProjectIds(id(300), full).ok).toBe(true)
    expect(readProjectIds(`${id(300)} ${id(301)}`, full)).toMatchObject({
      ok: false,
      error: expect.stringMatching(new RegExp(`at most ${max} projects; room is left for 1\\.`)),
    })
  })

  test('have no end that is known of a Glance, which alone knows its own', () => {
    const members = Array.from({ length: 256 }, (_, index) => id(index + 1))
    expect(readProjectIds(id(300), { ownProjectId: OWN, members, max: null }).ok).toBe(true)
  })
})
