/** Text in columns, as spreadsheets write and copy it: RFC 4180 with commas, with semicolons or with tabs. */
import type { Result } from '../../result.ts'

export type Delimiter = ',' | ';' | '\t'
/** `line` is where the row begins in the text, from 1: a quoted cell may go over several. */
export type DelimitedRow = { line: number; cells: string[] }

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t']
const BYTE_ORDER_MARK = '\ufeff'

/**
 * The rows of a text, empty lines left out. Cells are as they stand, not trimmed. What parts them is told by the first
 * line, as spreadsheets choose it by the reader's country. Null when a quote is never closed: `line` says where.
 */
export function readDelimited(text: string): Result<DelimitedRow[], { line: number }> {
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  const delimiter = delimiterOf(body)
  const rows: DelimitedRow[] = []
  let cells: string[] = []
  let [line, begun, at] = [1, 1, 0]
  while (at < body.length) {
    const cell = body[at] === '"' ? quoted(body, at) : plain(body, at, delimiter)
    if (!cell) return { ok: false, error: { line } }
    cells.push(cell.text)
    line += countLines(body, at, cell.end)
    at = cell.end
    if (body[at] === delimiter) {
      at += 1
      // A cell that ends the text is empty, and there all the same.
      if (at < body.length) continue
      cells.push('')
    }
    if (!isEmpty(cells)) rows.push({ line: begun, cells })
    cells = []
    if (at < body.length) {
      at += body.startsWith('\r\n', at) ? 2 : 1
      line += 1
    }
    begun = line
  }
  return { ok: true, value: rows }
}

export function writeDelimited(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(written).join(',')}\r\n`).join('')
}

/** Whatever could be taken for a sign, or for a blank that somebody trims, stands in quotes. */
function written(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$|^\ufeff/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

type Cell = { text: string; end: number }

/** What follows the closing quote up to the next sign belongs to the cell too: `"a"b` is ab to a spreadsheet. */
function quoted(text: string, start: number): Cell | null {
  let end = text.indexOf('"', start + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  if (end < 0) return null
  return { text: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 }
}

function plain(text: string, start: number, delimiter: Delimiter): Cell {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(start, end), end }
}

function countLines(text: string, from: number, to: number): number {
  return text.slice(from, to).split(/\r\n|\r|\n/).length - 1
}

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

/** The one that stands most often in the first line that is not empty, quotes left out. */
function delimiterOf(text: string): Delimiter {
  const first = /^[^\r\n]*[^\s][^\r\n]*/m.exec(text)?.[0].replaceAll(/"(?:[^"]|"")*"/g, '') ?? ''
  const counts = DELIMITERS.map((delimiter) => first.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}
