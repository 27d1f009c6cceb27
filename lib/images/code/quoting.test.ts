import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ansibleText, hclText, option, shellWord } from './quoting.ts'

/** Whatever a name may be, and what shells, HCL and YAML take for more than a letter. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !text.includes('\0')),
  fc
    .array(
      fc.constantFrom(...'\'"\\$`!(){}[]<>|&;*?#~= \n\t-%a1.', `$${'{x}'}`, '%{x}', '{{x}}', '$(id)', '`id`'),
      {
        maxLength: 20,
      },
    )
    .map((parts) => parts.join('')),
)

describe('a word of the shell', () => {
  test('reaches the command as it was, whatever is in it', () => {
    const texts = fc.sample(anyText, 400)
    const script = `printf '%s\\0' ${texts.map(shellWord).join(' ')}`
    const seen = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
    expect(seen).toEqual(texts)
  })

  test.each([
    ['web-01', 'web-01'],
    ['two words', "'two words'"],
    ["it's", `'it'\\''s'`],
    ['', "''"],
  ])('%s is written %s', (text, written) => {
    expect(shellWord(text)).toBe(written)
  })

  test('is no option by accident', () => {
    expect(option('--name', '--delete')).toBe(`--name='--delete'`)
    expect(option('--name', 'web')).toBe('--name web')
  })
})

test.each([
  [`$${'{x}'}`, `"$$${'{x}'}"`],
  ['$${', '"\\u0024\\u0024{"'],
  ['$%{', '"\\u0024\\u0025{"'],
  ['100 %', '"100 %"'],
])('%s is written in HCL as %s', (text, written) => {
  expect(hclText(text)).toBe(written)
})

test('a string of HCL is read back as it was, and nothing in it is evaluated', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const written = hclText(text)
      expect(written.slice(1, -1)).not.toMatch(/(^|[^$])(\$\$)*\$\{|(^|[^%])(%%)*%\{/)
      expect(JSON.parse(written.replaceAll('$${', '${').replaceAll('%%{', '%{'))).toBe(text)
    }),
  )
})

test('a string for Ansible is read back as it was, and templates in it are marked', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const written = ansibleText(text)
      expect(parse(written.replace(/^!unsafe /, ''))).toBe(text)
      if (/\{\{|\{%|\{#/.test(text)) expect(written).toMatch(/^!unsafe "/)
    }),
  )
})

test('what YAML would refuse or take for a line break is written by its code', () => {
  const odd = ['\u007f', '\u0085', '\u009f', '\u2028', '\u2029', '\ufeff', '\ufffe', '\uffff']
  expect(ansibleText(odd.join(''))).toBe('"\\u007f\\u0085\\u009f\\u2028\\u2029\\ufeff\\ufffe\\uffff"')
  expect(parse(ansibleText(odd.join(' ')))).toBe(odd.join(' '))
})
