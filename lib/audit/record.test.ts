import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CloudError } from '../cloud/errors.ts'
import { noteCall } from '../cloud/noted-calls.ts'
import type { Store } from '../store/store.ts'
import { emptyInMemory, onEachStore } from '../store/stores.fixture.ts'
import type { AuditEntry } from './entry.ts'
import { activityCsv } from './export.ts'
import { outcomeOfResult } from './outcome-of-result.ts'
import { parseCursor, readActivity, readActivityUsers } from './read.ts'
import { record, recordAround } from './record.ts'
import { sweepAudit } from './sweep.ts'
import { AUDIT_KEPT_DAYS } from './view.ts'

const DAY_MS = 24 * 3_600_000
const session = { project: { id: 'p1', name: 'eu-de_demo' } }
const entry: AuditEntry = {
  action: 'import.submit',
  subject: { projectId: 'p1', regionId: 'eu-de', user: { id: 'u', name: 'demo' }, domainName: 'DEMO' },
  object: { kind: 'job', id: 'j1', name: 'debian-10' },
  address: '192.0.2.7',
  details: { request: { minDiskGb: 40 } },
}
const done = { outcomeOf: () => ({ result: 'done' }) as const }

beforeAll(() => void Object.assign(process.env, { LOG_LEVEL: 'silent' }))

onEachStore((emptyStore) => {
  let db: Store
  beforeEach(async () => {
    db = await emptyStore()
  })

  const entries = async () => (await readActivity(db, session, {}, null)).entries
  const only = async () => {
    const all = await entries()
    expect(all).toHaveLength(1)
    return all[0]
  }
  describe('a change outside the store', () => {
    test('is in the record, as not known, before it is made', async () => {
      await recordAround(
        db,
        entry,
        async () => {
          expect(await only()).toMatchObject({ sentence: 'Tried to import debian-10', result: 'unknown' })
        },
        done,
      )
      expect(await only()).toMatchObject({
        sentence: 'Imported debian-10',
        result: 'done',
        userName: 'demo',
        address: '192.0.2.7',
        object: { kind: 'job', id: 'j1', name: 'debian-10' },
        details: { request: { minDiskGb: 40 } },
      })
    })

    test('is not made when it cannot be recorded', async () => {
      db = await emptyInMemory()
      await db.schema.dropTable('audit').execute()
      let made = false
      const make = async () => {
        made = true
      }
      await expect(recordAround(db, entry, make, done)).rejects.toThrow()
      expect(await recordAround(db, entry, async () => 'made', { ...done, unrecorded: 'not made' })).toBe(
        'not made',
      )
      expect(made).toBe(false)
    })

    test('stands, and its answer arrives, when only its result cannot be recorded', async () => {
      db = await emptyInMemory()
      const change = recordAround(
        db,
        entry,
        async () => {
          await db.schema.dropTable('audit').execute()
          return 'made'
        },
        done,
      )
      await expect(change).resolves.toBe('made')
    })

    test('that threw says no more than the error proves', async () => {
      const refused = new CloudError({ service: 'IMS', kind: 'answered', status: 400, code: 'IMG.0055' })
      const lost = new CloudError({ service: 'IMS', kind: 'timeout' })
      const unreached = new CloudError({ service: 'IMS', kind: 'unreachable' })
      for (const error of [refused, lost, unreached, new Error('a bug')])
        await expect(recordAround(db, entry, () => Promise.reject(error), done)).rejects.toBe(error)
      const results = (await entries()).map(({ result }) => result)
      expect(results.toSorted()).toEqual(['failed', 'refused', 'unknown', 'unknown'])
    })

    test('carries the request id of the last call that changed something', async () => {
      await recordAround(
        db,
        entry,
        async () => {
          noteCall('GET', { requestId: 'read', failure: null })
          noteCall('POST', { requestId: 'made', failure: null })
          noteCall('GET', { requestId: 'read', failure: null })
        },
        done,
      )
      expect(await only()).toMatchObject({ requestId: 'made' })
    })

    test('is not called refused by anybody who gave no answer', async () => {
      await recordAround(
        db,
        entry,
        async () => noteCall('POST', { requestId: null, failure: 'unreachable' }),
        { outcomeOf: () => ({ result: 'refused' }) },
      )
      expect(await only()).toMatchObject({ result: 'failed' })
    })

    test('that is repeated under its id is one line, with the result of the first', async () => {
      const id = randomUUID()
      await recordAround(db, { ...entry, id }, async () => 1, done)
      const again = recordAround(db, { ...entry, id }, async () => 2, {
        outcomeOf: () => ({ result: 'refused' }),
      })
      expect(await again).toBe(2)
      expect(await only()).toMatchObject({ id, result: 'done' })
    })

    test('that a dead process left half-way says how its repeat ended', async () => {
      const id = randomUUID()
      await recordAround(db, { ...entry, id }, async () => 1, { ...done, later: () => {} })
      expect(await only()).toMatchObject({ id, result: 'unknown' })
      await recordAround(db, { ...entry, id }, async () => 2, done)
      expect(await only()).toMatchObject({ id, result: 'done' })
    })

    test('may be answered before its result is written', async () => {
      let later: (() => Promise<void>) | undefined
      await recordAround(db, entry, async () => 'made', {
        ...done,
        later: (complete) => {
          later = complete
        },
      })
      expect(await only()).toMatchObject({ result: 'unknown' })
      await later?.()
      expect(await only()).toMatchObject({ result: 'done' })
    })
  })

  test('a change of our own store is recorded with it or not at all', async () => {
    const failing = db.transaction().execute(async (transaction) => {
      await record(transaction, entry, { result: 'done' })
      throw new Error('the change failed')
    })
    await expect(failing).rejects.toThrow('the change failed')
    expect(await entries()).toEqual([])
  })

  test('what is named like a secret is left out, however deep', async () => {
    const details = { form: { password: 'hunter2', userName: 'demo' }, headers: [{ 'X-Auth-Token': 'abc' }] }
    await record(db, { ...entry, details }, { result: 'done', details: { secretKey: 'xyz' } })
    expect(JSON.stringify(await only())).not.toMatch(/hunter2|abc|xyz/)
    expect(await only()).toMatchObject({ details: { form: { userName: 'demo' } } })
  })

  describe('the record of a project', () => {
    const at = async (projectId: string | null, userName: string) =>
      record(
        db,
        { ...entry, subject: { ...entry.subject, projectId, user: { id: null, name: userName } } },
        { result: 'done' },
      )

    test('has neither another project’s changes nor those of none', async () => {
      await at('p1', 'anna')
      await at('p2', 'bela')
      await at(null, 'carl')
      expect(await only()).toMatchObject({ userName: 'anna' })
      expect(await readActivityUsers(db, session)).toEqual(['anna'])
    })

    test('is read to its end by pages, each line once, while lines are added', async () => {
      for (let count = 0; count < 120; count += 1) await at('p1', `user-${count}`)
      const seen: string[] = []
      let next: string | null = null
      do {
        const after: string | null = next
        const page = await readActivity(db, session, {}, after === null ? null : parseCursor(after))
        seen.push(...page.entries.map(({ userName }) => userName))
        next = page.next
        await at('p1', 'meanwhile')
      } while (next !== null)
      const before = seen.filter((name) => name !== 'meanwhile')
      expect(before).toHaveLength(120)
      expect(new Set(before).size).toBe(120)
    })

    test('is filtered by who, what, result and time', async () => {
      await at('p1', 'anna')
      await at('p1', 'bela')
      const count = async (filter: object) => (await readActivity(db, session, filter, null)).entries.length
      expect(await count({ userName: 'anna' })).toBe(1)
      expect(await count({ action: 'session.sign-in' })).toBe(0)
      expect(await count({ action: 'import.submit', result: 'done' })).toBe(2)
      expect(await count({ result: 'failed' })).toBe(0)
      expect(await count({ since: Date.now() - DAY_MS, before: Date.now() + DAY_MS })).toBe(2)
      expect(await count({ before: Date.now() - DAY_MS })).toBe(0)
    })

    test('is exported whole, and in more than one piece', async () => {
      for (let count = 0; count < 501; count += 1) await at('p1', `=user-${count}`)
      const pieces: string[] = []
      for await (const piece of activityCsv(db, session, {})) pieces.push(piece)
      expect(pieces).toHaveLength(3)
      const lines = pieces.join('').trimEnd().split('\r\n')
      expect(lines).toHaveLength(502)
      expect(lines[0]).toMatch(/^Time \(UTC\),User,/)
      expect(lines[1]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z,'=user-\d+,DEMO,Imported debian-10,/)
    })

    test('is kept as long as the page says', async () => {
      await at('p1', 'anna')
      await sweepAudit(db, Date.now() + (AUDIT_KEPT_DAYS - 1) * DAY_MS)
      expect(await entries()).toHaveLength(1)
      await sweepAudit(db, Date.now() + (AUDIT_KEPT_DAYS + 1) * DAY_MS)
      expect(await entries()).toEqual([])
    })
  })
})

test.each(['', '1', 'x.y', `${'9'.repeat(20)}.00000000-0000-4000-8000-000000000000`, '1.or 1=1'])(
  'no page begins after %j',
  (cursor) => {
    expect(parseCursor(cursor)).toBeNull()
  },
)

test('what a Result says of the change', () => {
  const error = {
    title: 'IMS refused',
    cause: null,
    remedy: '',
    field: null,
    code: 'IMG.0001',
    message: 'no',
    httpStatus: 403,
    requestId: null,
    at: 0,
  }
  expect(outcomeOfResult({ ok: true, value: 1 })).toEqual({ result: 'done' })
  expect(outcomeOfResult(undefined)).toEqual({ result: 'done' })
  expect(outcomeOfResult({ ok: false, error: { problem: 'upstream', error } })).toMatchObject({
    result: 'refused',
    code: 'IMG.0001',
  })
  expect(
    outcomeOfResult({ ok: false, error: { field: null, error: { ...error, httpStatus: 503 } } }),
  ).toMatchObject({
    result: 'failed',
  })
})
