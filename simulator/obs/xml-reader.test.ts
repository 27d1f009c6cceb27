import fc from 'fast-check'
import { expect, test } from 'vitest'
import { element } from './xml.ts'
import { childrenNamed, readXml, textOf } from './xml-reader.ts'

test('reads what OBS clients send', () => {
  const source = `<?xml version="1.0" encoding="UTF-8"?>
    <!-- a list -->
    <s3:Delete xmlns:s3="http://s3.amazonaws.com/doc/2006-03-01/"><Quiet>true</Quiet>
      <Object><Key>a &amp; b&#x41;&#66;</Key></Object><Object><Key><![CDATA[<c>]]></Key><VersionId/></Object>
    </s3:Delete>`
  const root = readXml(source)
  expect(root?.name).toBe('Delete')
  if (!root) return
  expect(textOf(root, 'Quiet')).toBe('true')
  expect(childrenNamed(root, 'Object').map((each) => textOf(each, 'Key'))).toEqual(['a & bAB', '<c>'])
})

test.each([
  '',
  'text',
  '<a>',
  '</a>',
  '<a></b>',
  '<a/><b/>',
  '<a>&nothing;</a>',
  '<a>& </a>',
  '<a b=c/>',
  '<a',
  '<!DOCTYPE a><a/>',
  '<a>'.repeat(40) + '</a>'.repeat(40),
])('%s is not well formed', (source) => {
  expect(readXml(source)).toBeUndefined()
})

test('text comes back as it was written', () => {
  // XML keeps no surrogates alone; line ends are text here.
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const root = readXml(`<Delete>${element('Key', text)}</Delete>`)
      expect(root && textOf(root, 'Key')).toBe(text)
    }),
  )
})

test('no text whatever makes it throw or loop', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('<', '>', '</', '/>', '<a', 'a>', '&', '<![CDATA[', ']]>', '<!--'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const root = readXml(pieces.join(''))
      expect(root === undefined || root.name !== '').toBe(true)
    }),
    { numRuns: 500 },
  )
})
