import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatImageFile, parseImageFile } from '../../images/image-file.ts'
import { EMPTY_DRAFT, type ImportDraft } from '../draft.ts'
import { anyDraft, systemDraft } from '../drafts.fixture.ts'
import { BATCH_COLUMNS, splitTagCell } from './columns.ts'
import { readDelimited, writeDelimited } from './delimited.ts'
import { rowProblems, sharedNames } from './judge-row.ts'
import { BATCH_BYTES_MAX, BATCH_ROWS_MAX, readRows, rowOfFile, writeRows } from './rows.ts'

const read = (text: string) => {
  const rows = readRows(text)
  if (!rows.ok) throw new Error(rows.error)
  return rows.value
}
const refusal = (text: string) => {
  const rows = readRows(text)
  return rows.ok ? null : rows.error
}

describe('text in columns', () => {
  test('whatever is written is read back', () => {
    const sign = fc.constantFrom('"', ',', ';', '\t', '\r', '\n', ' ', '\ufeff', 'a', 'ü')
    const cell = fc.oneof(fc.string(), fc.string({ unit: sign }))
    const rows = fc.array(
      fc
        .array(cell, { minLength: 2, maxLength: 5 })
        .filter((cells) => cells.some((each) => each.trim() !== '')),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(rows, (written) => {
        // The first line tells what parts the cells; ours has headings there.
        const back = readDelimited(writeDelimited([['a', 'b', 'c', 'd', 'e', 'f'], ...written]))
        expect(back.ok && back.value.slice(1).map(({ cells }) => cells)).toEqual(written)
      }),
    )
  })

  test.each([
    ['commas', 'a,b\n1,2'],
    ['semicolons, as Excel writes them in many countries', 'a;b\r\n"1";2\r\n'],
    ['tabs, as they are pasted from a spreadsheet', 'a\tb\n1\t2'],
    ['a byte order mark', '\ufeffa,b\r\n1,2\r\n'],
    ['line ends of an old Mac, and empty lines', '\r\ra,b\r\r1,2\r,\r'],
  ])('%s', (_, text) => {
    const rows = readDelimited(text)
    expect(rows.ok && rows.value.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('a row knows the line it begins in, and a quote that is never closed its own', () => {
    const rows = readDelimited('a,"b\nb"\nc,d')
    expect(rows.ok && rows.value.map(({ line }) => line)).toEqual([1, 3])
    expect(readDelimited('a,b\nc,"d\ne,f')).toEqual({ ok: false, error: { line: 2 } })
  })

  test('no text makes it throw or go on for ever', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readRows(text)))
  })
})

describe('rows', () => {
  /** As the reader leaves a draft: addresses in one form, tags without what parts them. */
  const settled = (draft: ImportDraft): ImportDraft => {
    const file = parseImageFile(draft.imageFile)
    return {
      ...draft,
      imageFile: file.ok ? formatImageFile(file.value) : draft.imageFile,
      tags: draft.tags.flatMap(splitTagCell),
    }
  }
  /** An empty cell, or one of blanks, leaves its field alone: a name is then made of the file’s. */
  const isWritable = (draft: ImportDraft) =>
    draft.imageName.trim() !== '' &&
    Object.values(draft).every((value) => typeof value !== 'string' || value === '' || value.trim() !== '')

  test('written and read again are the same', () => {
    const drafts = fc.array(anyDraft.map(settled).filter(isWritable), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(drafts, (written) => {
        const rows = read(writeRows(written))
        expect(rows.map(({ draft }) => draft)).toEqual(written)
        expect(rows.flatMap(({ cellProblems }) => Object.keys(cellProblems))).toEqual([])
      }),
    )
  })

  test('with headings in any order, language of capitals and spacing', () => {
    const [row] = read('image_name;IMAGE FILE;minDiskGb;Boot mode\nweb;ims-image/a/b.vhd;41;uefi')
    expect(row?.draft).toEqual({
      ...EMPTY_DRAFT,
      imageName: 'web',
      imageFile: 'ims-image:a/b.vhd',
      minDiskGb: '41',
      bootMode: 'uefi',
    })
    expect(row?.set).toEqual(['minDiskGb', 'bootMode'])
  })

  test('without headings in the documented order, and a list of files alone', () => {
    const [row] = read('ims-image:a.qcow2,web,40,,A web server,owner.web | stage=prod')
    expect(row?.draft).toMatchObject({ description: 'A web server', tags: ['owner.web', 'stage=prod'] })
    expect(read('ims-image:a.qcow2\nims-image:b.qcow2').map(({ draft }) => draft.imageName)).toEqual([
      'a',
      'b',
    ])
  })

  test('a cell that cannot be read is told in words, and leaves the rest', () => {
    const [row] = read(
      'Image file,Image type,Quick import,Minimum disk (GB)\nims-image:a.raw,floppy,perhaps,40',
    )
    expect(row?.cellProblems).toEqual({
      kind: 'Write System disk or Data disk, not floppy.',
      quickImport: 'Write yes or no, not perhaps.',
    })
    expect(row?.draft).toMatchObject({ kind: 'system', minDiskGb: '40' })
  })

  test('more cells than columns are told at the row', () => {
    const [row] = read('Image file,Tags\nims-image:a.raw,a.b,c.d')
    expect(row?.cellProblems.imageFile).toMatch(/^Line 2 has 3 cells, and there are 2 columns\./)
  })

  test.each([
    ['', 'Paste rows, or one file address a line.'],
    ['Image file,Image name', 'Add rows below the headings.'],
    ['Image name\nweb', 'Add a column Image file.'],
    ['Image file,Image file\na,b', 'Use the column Image file once.'],
    ['a,"b', 'Close the quotation mark that is opened in line 1.'],
  ])('%j is refused with what to do', (text, words) => {
    expect(refusal(text)).toBe(words)
  })

  test('an unknown column is named, with the known ones', () => {
    expect(refusal('Image file,Colour\na:b,red')).toMatch(
      /^Rename or remove the column Colour\. Columns are Image file, /,
    )
  })

  test('limits are said in words', () => {
    expect(refusal('ims-image:a.raw\n'.repeat(BATCH_ROWS_MAX))).toBeNull()
    expect(refusal('ims-image:a.raw\n'.repeat(BATCH_ROWS_MAX + 1))).toBe(
      'Use at most 200 rows (these are 201).',
    )
    expect(refusal('a'.repeat(BATCH_BYTES_MAX + 1))).toMatch(/^Use at most 1\sMiB of text/)
  })

  test('every field of the form has a column', () => {
    expect(BATCH_COLUMNS.map(({ field }) => field).toSorted()).toEqual(Object.keys(EMPTY_DRAFT).toSorted())
  })

  test('the documented order is the order', () => {
    const page = readFileSync(new URL('../../../docs/import-several-files.md', import.meta.url), 'utf8')
    const documented = [...page.matchAll(/^\| ([A-Z][^|]*?) \|/gm)].map(([, label]) => label)
    expect(documented).toEqual(BATCH_COLUMNS.map(({ label }) => label))
  })

  test('a chosen file names its image', () => {
    expect(rowOfFile('ims-image:x/debian 10@.vhd').draft.imageName).toBe('')
    expect(rowOfFile('ims-image:x/debian-10.vhd').draft.imageName).toBe('debian-10')
  })
})

describe('a row', () => {
  test('is judged by the form’s schema, after what could not be read of it', () => {
    expect(rowProblems(systemDraft(), {})).toEqual({})
    expect(rowProblems(systemDraft({ imageName: '', minDiskGb: '0' }), { minDiskGb: 'Write it.' })).toEqual({
      imageName: 'Enter an image name.',
      minDiskGb: 'Write it.',
    })
  })

  test('tells which others have its name', () => {
    const names = ['a', 'b', ' a ', '', ''].map((imageName) => systemDraft({ imageName }))
    expect([...sharedNames(names)]).toEqual([['a', [1, 3]]])
  })
})
