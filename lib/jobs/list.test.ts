import fc from 'fast-check'
import { CompiledQuery, Kysely } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { migrate } from '../store/migrate.ts'
import { sqliteDialect } from '../store/sqlite.ts'
import type { Store } from '../store/store.ts'
import { onEachStore } from '../store/stores.fixture.ts'
import type { Tables } from '../store/tables.ts'
import { type JobFilters, NO_FILTERS, PAGE_ROWS, STATE_FILTERS, statesOf } from './filters.ts'
import { parseCursor, readJobList, readJobsById } from './list.ts'
import { insertRows, type ListedRow, listedRow } from './listed-rows.fixture.ts'
import { isTerminal, JOB_STATES } from './states.ts'

const reader = { project: { id: 'p1', name: 'p1' }, user: { id: 'u1', name: 'demo' } }
const RUNS = 25

let db: Store
async function page(filters: Partial<JobFilters> = {}, cursor: string | null = null) {
  const list = await readJobList(
    db,
    reader,
    { ...NO_FILTERS, ...filters },
    cursor === null ? null : parseCursor(cursor),
  )
  return list.view()
}

/** @param between what happens in the store before each further page */
async function allPages(filters: Partial<JobFilters> = {}, between: () => Promise<void> = async () => {}) {
  const ids: string[] = []
  let next: string | null = null
  do {
    const { jobs, next: following } = await page(filters, next)
    ids.push(...jobs.map(({ id }) => id))
    next = following
    if (next) await between()
  } while (next)
  return ids
}

/** Few moments, users and words, so that many rows are alike. */
const anyRow = (number: number) =>
  fc
    .record({
      state: fc.constantFrom(...JOB_STATES),
      projectId: fc.constantFrom('p1', 'p1', 'p1', 'p2'),
      userId: fc.constantFrom('u1', 'u2'),
      imageName: fc.constantFrom('Web', 'web-2', '50%_off', ''),
      file: fc.constantFrom('ims-image:Ärger/Disk.vhd', 'archive:a_b.qcow2', null),
      imsJobId: fc.constantFrom(null, 'FF80'.padEnd(32, '0')),
      submittedAt: fc.integer({ min: 0, max: 9 }).map((day) => Date.UTC(2026, 10, 20 + day)),
    })
    .map((row) => listedRow(number, { ...row, endedAt: isTerminal(row.state) ? row.submittedAt + 1 : null }))

const manyRows = fc
  .integer({ min: 0, max: 3 * PAGE_ROWS })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, number) => anyRow(number))))

const anyFilters = fc.record({
  text: fc.constantFrom(
    '',
    '',
    'WEB',
    '%',
    '_',
    'ärger/disk',
    'ims-image/',
    'ff80',
    '0-4000',
    'nowhere',
    '\\',
  ),
  state: fc.constantFrom(null, ...STATE_FILTERS),
  mine: fc.boolean(),
  from: fc.constantFrom(null, '2026-11-22'),
  to: fc.constantFrom(null, '2026-11-25'),
  zone: fc.constant('UTC'),
})

/** The same on plain rows. */
function expected(rows: readonly ListedRow[], { text, state, mine, from, to }: JobFilters): string[] {
  const words = [text.toLowerCase(), text.toLowerCase().replace('/', ':')]
  const searched = ({ imageName, file, id, imsJobId, imageId }: ListedRow) =>
    [`${imageName}\n${file ?? ''}`, id, imsJobId ?? '', imageId ?? ''].map((part) => part.toLowerCase())
  const day = (at: number) => new Date(at).toISOString().slice(0, 10)
  const half = ({ endedAt }: ListedRow) => (endedAt === null ? 0 : 1)
  return rows
    .filter(({ projectId }) => projectId === 'p1')
    .filter((row) =>
      state === 'running' ? row.endedAt === null : !state || statesOf(state).includes(row.state),
    )
    .filter(({ userId }) => !mine || userId === 'u1')
    .filter(({ submittedAt }) => (!from || day(submittedAt) >= from) && (!to || day(submittedAt) <= to))
    .filter((row) => words.some((word) => searched(row).some((part) => part.includes(word))))
    .toSorted((a, b) => half(a) - half(b) || b.submittedAt - a.submittedAt || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id)
}

onEachStore((emptyStore) => {
  beforeEach(async () => {
    db = await emptyStore()
  })

  describe('the list', () => {
    test('has, page by page, exactly what a plain search of all rows has', async () => {
      await fc.assert(
        fc.asyncProperty(manyRows, anyFilters, async (rows, filters) => {
          db = await emptyStore()
          await insertRows(db, rows)
          expect(await allPages(filters)).toEqual(expected(rows, filters))
        }),
        { numRuns: RUNS },
      )
    })

    test('loses no row that ends or comes while it is read, and shows none twice but those that end', async () => {
      await fc.assert(
        fc.asyncProperty(manyRows, fc.array(fc.nat(3 * PAGE_ROWS)), async (rows, ends) => {
          db = await emptyStore()
          await insertRows(db, rows)
          const ending = new Set(ends.map((number) => listedRow(number).id))
          let added = 1000
          const ids = await allPages({}, async () => {
            await db
              .updateTable('job')
              .set({ state: 'failed', ended_at: Date.UTC(2026, 11, 1) })
              .where('id', 'in', [...ending, ''])
              .where('ended_at', 'is', null)
              .execute()
            added += 1
            await insertRows(db, [listedRow(added, { submittedAt: Date.UTC(2026, 10, 30), endedAt: null })])
          })
          const seen = new Set(ids)
          expect(expected(rows, NO_FILTERS).filter((id) => !seen.has(id))).toEqual([])
          const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
          expect(twice.filter((id) => !ending.has(id))).toEqual([])
        }),
        { numRuns: RUNS },
      )
    })

    test('counts all that has not ended, whatever is asked for', async () => {
      await insertRows(db, [
        listedRow(1, { state: 'running', endedAt: null }),
        listedRow(2, { state: 'paused', endedAt: null }),
        listedRow(3, { state: 'queued', endedAt: null, projectId: 'p2' }),
        listedRow(4),
      ])
      const list = await page({ text: 'image-4' })
      expect(list).toMatchObject({ open: 2, working: 1, next: null })
      expect(list.jobs.map(({ imageName }) => imageName)).toEqual(['image-4'])
    })

    test('takes days as they are where the person is', async () => {
      await insertRows(db, [listedRow(1, { submittedAt: Date.parse('2026-11-19T23:30:00Z') })])
      expect(await allPages({ from: '2026-11-20', zone: 'Europe/Berlin' })).toHaveLength(1)
      expect(await allPages({ to: '2026-11-19', zone: 'Europe/Berlin' })).toHaveLength(0)
      expect(await allPages({ from: '2026-11-20' })).toHaveLength(0)
    })

    test('has a new version whenever something in it changes, and only then', async () => {
      await insertRows(db, [listedRow(1), listedRow(2, { state: 'running', endedAt: null })])
      const version = async () => (await readJobList(db, reader, NO_FILTERS)).version
      const before = await version()
      expect(await version()).toBe(before)
      await db.updateTable('job').set({ version: 2 }).where('id', '=', listedRow(2).id).execute()
      expect(await version()).not.toBe(before)
    })

    test('gives single rows by their ids, and none of another project', async () => {
      await insertRows(db, [listedRow(1), listedRow(2, { projectId: 'p2' }), listedRow(3)])
      const list = await readJobsById(db, reader, [listedRow(1).id, listedRow(2).id])
      expect(list.view().jobs.map(({ id }) => id)).toEqual([listedRow(1).id])
    })

    test('names what it knows of a job that was not sent from here', async () => {
      const imsJobId = '5e1f0c7a9b3d4e6f8a1b2c3d4e5f6071'
      await insertRows(db, [listedRow(1, { imageName: '', file: null, imsJobId })])
      expect((await page()).jobs).toMatchObject([
        { imageName: 'Job 5e1f…6071', file: null, kind: null, startedBy: null, addedBy: 'u1' },
      ])
    })
  })
})

describe('however many imports there are, SQLite goes along an index and sorts nothing for', () => {
  const CURSOR = `ended.1.${listedRow(1).id}`
  test.each<[string, Partial<JobFilters>, string | null]>([
    ['the first page', {}, null],
    ['a later page', {}, CURSOR],
    ['running ones', { state: 'running' }, null],
    ['failed ones', { state: 'failed' }, null],
    ['mine', { mine: true }, null],
    ['a span of days', { from: '2026-11-20', to: '2026-11-22' }, CURSOR],
    ['words', { text: 'postgres' }, null],
    ['all of it at once', { text: 'a', state: 'failed', mine: true, from: '2026-11-20' }, CURSOR],
  ])('%s', async (_, filters, cursor) => {
    const asked: CompiledQuery[] = []
    const logging = new Kysely<Tables>({
      dialect: sqliteDialect(':memory:'),
      log: ({ query }) => {
        asked.push(CompiledQuery.raw(query.sql, [...query.parameters]))
      },
    })
    await migrate(logging)
    asked.length = 0
    const after = cursor ? parseCursor(cursor) : null
    await readJobList(logging, reader, { ...NO_FILTERS, ...filters }, after)
    const reads = [...asked]
    expect(reads.length).toBeGreaterThan(1)
    for (const { sql, parameters } of reads) {
      const { rows } = await logging.executeQuery(
        CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
      )
      const details = z.parse(z.array(z.object({ detail: z.string() })), rows).map(({ detail }) => detail)
      const looks = details.filter((detail) => detail.includes(' job '))
      expect(looks).toEqual([
        expect.stringMatching(
          /^SEARCH job USING (COVERING )?INDEX job_(open|ended|by_owners_end) \(project_id=\?/,
        ),
      ])
      expect(details.filter((detail) => /TEMP B-TREE FOR ORDER/.test(detail))).toEqual([])
    }
  })
})
