import { describe, expect, test } from 'vitest'
import { begun, ended, isSharing, outcomeWords, type ShareRow, withRow } from './share-state'

const NOTHING = { typed: '', message: null, rows: [] }
const done = (projectId: string): ShareRow => ({ projectId, state: 'done', reason: null })
const refused = (projectId: string, reason = 'IMS knows no such project.'): ShareRow => ({
  projectId,
  state: 'refused',
  reason,
})

describe('sharing that outlives its form', () => {
  test('is under way until the last project has its answer, so that nothing is sent twice', () => {
    const first = begun({ ...NOTHING, typed: 'a b', message: 'Wrong' }, ['a', 'b'])
    expect(first).toMatchObject({ typed: 'a b', message: null })
    expect(isSharing(first)).toBe(true)
    const second = withRow(first, done('a'))
    expect(isSharing(second)).toBe(true)
    expect(isSharing(withRow(second, refused('b')))).toBe(false)
  })

  test('leaves what was refused to be mended, with the reasons', () => {
    const rows = [done('a'), refused('b'), refused('c')]
    expect(ended({ rows })).toEqual({ typed: 'b\nc', message: null, rows })
    expect(ended({ rows: [refused('b')] })).toEqual({
      typed: 'b',
      message: 'IMS knows no such project.',
      rows: [],
    })
    expect(ended({ rows: [done('a')] })).toEqual(NOTHING)
  })

  test('is told in one line, each reason once', () => {
    expect(outcomeWords([done('a'), refused('b'), refused('c'), refused('d', 'No answer.')])).toEqual({
      isDone: false,
      text: 'Shared with 1 of 4 projects. IMS knows no such project. No answer.',
    })
    expect(outcomeWords([done('a'), done('b')])).toEqual({
      isDone: true,
      text: 'Shared with 2 of 2 projects.',
    })
    expect(outcomeWords([refused('a')]).text).toBe('Not shared. IMS knows no such project.')
  })
})
