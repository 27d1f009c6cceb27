import { expect, test } from 'vitest'
import type { Check, Finding, Severity } from '@/lib/disk-image/findings/finding'
import { said } from '@/lib/disk-image/findings/said'
import { foldedWords, quietFindings, resultsByCheck, tallyWords } from './tally'

const one = (check: Check, severity: Severity, id = `${check}-${severity}`): Finding =>
  said({ id, check, severity, title: `${id}.`, why: '' })

test('problems and warnings are counted each, checks once', () => {
  const findings = [
    one('min-disk', 'blocks'),
    one('boot-mode', 'warns', 'a'),
    one('boot-mode', 'warns', 'b'),
    one('format', 'passed'),
  ]
  expect(tallyWords(findings)).toBe('1 problem and 2 warnings in 3 checks')
  expect(resultsByCheck(findings)).toEqual(['problem', 'warning', 'fine'])
})

test('what could not be looked at is never counted as fine', () => {
  expect(tallyWords([one('architecture', 'unknown'), one('format', 'passed')])).toBe(
    '1 of 2 checks are fine, 1 could not be made',
  )
  expect(tallyWords([one('boot-mode', 'informs'), one('format', 'passed')])).toBe('All 2 checks are fine')
  expect(tallyWords([one('format', 'passed')])).toBe('The check is fine')
})

test('each check has one quiet line: the unknown ones first, then the telling ones', () => {
  const quiet = quietFindings([
    one('loader', 'warns'),
    one('architecture', 'unknown'),
    one('boot-mode', 'informs', 'uefi'),
    one('boot-mode', 'passed', 'fits'),
    one('format', 'passed'),
  ])
  expect(quiet.map(({ id }) => id)).toEqual(['architecture-unknown', 'format-passed', 'fits'])
  expect(foldedWords(quiet)).toBe('2 more fine, 1 could not be checked')
  expect(foldedWords(quiet.slice(0, 1))).toBe('1 more could not be checked')
})
