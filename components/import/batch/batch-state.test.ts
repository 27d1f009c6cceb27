import { expect, test } from 'vitest'
import { rowOfFile } from '@/lib/import/batch/rows'
import { EMPTY_DRAFT } from '@/lib/import/draft'
import { addRows, type Batch, editRow, NO_BATCH, putBack, removeRow, takeResults } from './batch-state'
import { readBatchRows, writeBatchRows } from './batch-storage'

const two = (): Batch => addRows(NO_BATCH, ['ims-image:a.raw', 'ims-image:b.raw'].map(rowOfFile))
const only = (batch: Batch, index = 0) => {
  const row = batch.rows[index]
  if (!row) throw new Error('there is no such row')
  return row
}
const inMemory = (): Storage => {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    length: 0,
  }
}

test('a change lets go of what was said of the field, and keeps what was said of others', () => {
  const read = { draft: EMPTY_DRAFT, set: [], cellProblems: { kind: 'Write it.', tags: 'Change it.' } }
  const before = addRows(NO_BATCH, [read])
  const after = only(editRow(before, only(before).key, { kind: 'data' }))
  expect(after.problems).toEqual({ tags: 'Change it.' })
  expect(after.draft.kind).toBe('data')
})

test('a field that a person has set is not left to the file, and another file is read anew', () => {
  const before = two()
  const { key } = only(before)
  const edited = editRow(before, key, { minDiskGb: '41', imageName: 'web' })
  expect(only(edited).set).toEqual(['minDiskGb'])
  const filled: Batch = { ...edited, rows: edited.rows.map((row) => ({ ...row, filledFrom: 'read' })) }
  expect(only(editRow(filled, key, { imageFile: 'ims-image:c.raw' })).filledFrom).toBeNull()
  expect(only(editRow(filled, key, { imageName: 'x' })).filledFrom).toBe('read')
})

test('a row that was removed comes back to its place, once', () => {
  const before = two()
  const row = only(before)
  const after = putBack(removeRow(before, row.key), row, 0)
  expect(after).toEqual(before)
  expect(putBack(after, row, 0)).toBe(after)
})

test('rows that were kept leave; the others say why and may be tried again as new ones', () => {
  const before = two()
  const [first, second] = [only(before), only(before, 1)]
  const after = takeResults(before, [
    { submissionId: first.submissionId, problems: [] },
    {
      submissionId: second.submissionId,
      problems: [
        { field: 'imageFile', message: 'one' },
        { field: 'imageFile', message: 'two' },
      ],
    },
  ])
  expect(after.rows).toHaveLength(1)
  expect(only(after).key).toBe(second.key)
  expect(only(after).submissionId).not.toBe(second.submissionId)
  expect(only(after).problems).toEqual({ imageFile: 'one' })
})

test('a row without an answer keeps its id, so that it is sent once', () => {
  const before = two()
  const after = takeResults(before, [{ submissionId: only(before).submissionId, problems: [] }])
  expect(only(after).submissionId).toBe(only(before, 1).submissionId)
})

test('rows are kept for each project, and forgotten with the last of them', () => {
  const storage = inMemory()
  const batch = { ...two(), batchId: '7091952d-6b0c-4f4c-a1d2-0c5d1f3e9be3' }
  writeBatchRows('p1', batch, storage)
  expect(readBatchRows('p1', storage)).toEqual(batch)
  expect(readBatchRows('p2', storage)).toEqual(NO_BATCH)
  const none = batch.rows.reduce((before, { key }) => removeRow(before, key), batch as Batch)
  writeBatchRows('p1', none, storage)
  expect(readBatchRows('p1', storage)).toEqual(NO_BATCH)
})

test.each(['{', '{"rows":1}', 'null'])('%s in the storage is no batch', (text) => {
  const storage = inMemory()
  storage.setItem('slipway.import-batch.p1', text)
  expect(readBatchRows('p1', storage)).toEqual(NO_BATCH)
})
