import { EXAMPLE_ROWS } from '@/lib/import/batch/example'
import { writeRows } from '@/lib/import/batch/rows'

/** A file to begin with: every column, and rows as they are meant. */
export function GET() {
  return new Response(writeRows(EXAMPLE_ROWS), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="slipway-batch-example.csv"',
    },
  })
}
