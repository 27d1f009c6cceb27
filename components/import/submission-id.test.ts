import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { makeSubmissionId } from './submission-id'

test('ids are random UUIDs that the action takes', () => {
  const ids = Array.from({ length: 200 }, makeSubmissionId)
  expect(ids.every((id) => z.uuidv4().safeParse(id).success)).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
})
