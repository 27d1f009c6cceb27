import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOSTILE, MEGABYTE } from '../import/drafts.fixture.ts'
import { formatTag, parseTag, parseTags, splitPastedTags, splitTagList } from './tags.ts'

const FORM = 'Write a tag as key.value, each part at most 36 and 43 characters.'

test.each([
  ['team.platform', 'team', 'platform'],
  ['team=platform', 'team', 'platform'],
  [' team = web servers ', 'team', 'web servers'],
  ['a.b=c', 'a.b', 'c'],
  ['a.b.c', 'a', 'b.c'],
  ['golden', 'golden', null],
  ['team.', 'team', ''],
  ['team=', 'team', ''],
  [`${'k'.repeat(36)}.${'v'.repeat(43)}`, 'k'.repeat(36), 'v'.repeat(43)],
])('%j is the tag %s with the value %s', (text, key, value) => {
  expect(parseTag(text)).toEqual({ ok: true, value: { key, value } })
})

test.each([
  ['', FORM],
  [' ', FORM],
  ['=x', FORM],
  ['..', FORM],
  ['k'.repeat(37), FORM],
  [`k.${'v'.repeat(44)}`, FORM],
  ['a=b=c', 'Remove the = from the tag a=b=c.'],
  ['team.a/b', 'Remove the / from the tag team.a/b.'],
  ['<script>', 'Remove the < from the tag <script>.'],
  ['a\u200f.b', 'Remove the right-to-left mark (U+200F) from the tag a\u200f.b.'],
  ['a\0.b', 'Remove the NUL character (U+0000) from the tag a\0.b.'],
  ['a\ud83d', 'Remove the broken character (U+D83D) from the tag a\ud83d.'],
])('%j is refused: %s', (text, message) => {
  expect(parseTag(text)).toEqual({ ok: false, error: message })
})

test('a megabyte is refused by its length', () => {
  expect(parseTag(MEGABYTE)).toEqual({ ok: false, error: FORM })
})

test('emoji and letters of every script may stand in a tag: no document forbids them', () => {
  expect(parseTag('größe=😀').ok).toBe(true)
})

test('ten tags pass, eleven do not, and a key stands once', () => {
  const ten = Array.from({ length: 10 }, (_, index) => `k${index}.v`)
  expect(parseTags(ten).ok).toBe(true)
  expect(parseTags([...ten, 'k'])).toEqual({ ok: false, error: 'Use at most 10 tags.' })
  expect(parseTags(['team.a', ' team=b'])).toEqual({
    ok: false,
    error: 'Use each key once. team is there twice.',
  })
  expect(parseTags(['team.a', 'Team.a']).ok).toBe(true)
})

test.each([
  ['team.a', ['team.a']],
  ['team.a, build.4412;x=y\tz\r\ngolden', ['team.a', 'build.4412', 'x=y', 'z', 'golden']],
  ['team.a build.4412', ['team.a', 'build.4412']],
  ['prod web', ['prod', 'web']],
  ['team=web servers', ['team=web servers']],
  ['team=web servers prod.x', ['team=web servers', 'prod.x']],
  [' ,;\n', []],
])('pasting %j adds %j', (text, tags) => {
  expect(splitPastedTags(text)).toEqual(tags)
})

test.each([
  ['cost center=12', ['cost center=12']],
  ['night shift', ['night shift']],
  ['cost center=12, night shift ,team.web servers', ['cost center=12', 'night shift', 'team.web servers']],
  ['stage.prod; stage=test\tx\r\ngolden', ['stage.prod', 'stage=test', 'x', 'golden']],
  [' ,;\n', []],
])('the list %j is the tags %j', (text, tags) => {
  expect(splitTagList(text)).toEqual(tags)
})

test('no text makes reading throw, and a tag that was read is written so that it reads the same', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(...HOSTILE)), (text) => {
      splitTagList(text)
      splitPastedTags(text)
      const parsed = parseTag(text)
      if (parsed.ok) expect(parseTag(formatTag(parsed.value))).toEqual(parsed)
    }),
    { numRuns: 2000 },
  )
})
