import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { Kysely } from 'kysely'
import { signIn } from '../e2e/sign-in.ts'
import { sqliteDialect } from '../lib/store/sqlite.ts'
import type { Tables } from '../lib/store/tables.ts'
import { chromiumSandbox, requireBrowser } from '../scripts/browser.ts'
import { ensureBuilt } from '../scripts/build.ts'
import { type Servers, startServersApart } from '../scripts/servers.ts'
import { costOf } from './load.ts'
import { line, percentile } from './numbers.ts'

const FEW = 100
const MANY = 10_000
const WARM_UP = 2_000
const REQUESTS = 500
const ROUNDS = 5
/** A page has as many rows in both; only finding them may cost a little more among many. */
const BUDGET_RATIO = 1.3
const ROWS_AT_ONCE = 500
const MINUTE_MS = 60_000

const LOOKS = {
  'first page': '/api/jobs',
  'failed ones': '/api/jobs?state=failed',
  'words of no import': '/api/jobs?q=of-no-import',
} as const
type Look = keyof typeof LOOKS

/** What a look at the list costs the server among 10,000 imports, beside the same among 100. */
export async function jobsList(folder: string): Promise<string[]> {
  await ensureBuilt()
  const few = await setConsole(join(folder, 'few-jobs'), FEW)
  const many = await setConsole(join(folder, 'many-jobs'), MANY)
  try {
    const lines: string[] = []
    for (const look of Object.keys(LOOKS) as Look[]) {
      const costs = { few: [] as number[], many: [] as number[] }
      for (const target of [few, many]) await costOf(target.at(look), WARM_UP)
      // In turn, so that a busy neighbour meets both alike.
      for (let round = 0; round < ROUNDS; round += 1) {
        costs.few.push((await costOf(few.at(look), REQUESTS)).cpuMicrosecondsPerRequest)
        costs.many.push((await costOf(many.at(look), REQUESTS)).cpuMicrosecondsPerRequest)
      }
      const [little, much] = [percentile(costs.few, 50), percentile(costs.many, 50)]
      const ratio = much / little
      lines.push(
        line(
          look,
          `${little.toFixed(0)} µs of ${FEW}, ${much.toFixed(0)} µs of ${MANY}: ${ratio.toFixed(2)} x`,
          // Words that no row has are looked for in every row.
          look === 'words of no import'
            ? undefined
            : { words: `${BUDGET_RATIO} x`, kept: ratio <= BUDGET_RATIO },
        ),
      )
    }
    return lines
  } finally {
    await Promise.all([few.stop(), many.stop()])
  }
}

/** A console with so many finished imports. They are written while it stands still: a store has one process. */
async function setConsole(folder: string, imports: number) {
  const first = await startServersApart(folder, 1)
  const cookie = await signedIn(first)
  await first.stop()
  await insertImports(join(folder, 'data', 'slipway.sqlite'), imports)
  const servers = await startServersApart(folder, 1)
  return {
    at: (look: Look) => ({
      address: servers.console,
      path: LOOKS[look],
      pid: servers.children.console.pid,
      headers: { cookie },
      status: 200,
    }),
    stop: () => servers.stop(),
  }
}

async function signedIn(servers: Servers): Promise<string> {
  const browser = await chromium.launch({ executablePath: requireBrowser(), chromiumSandbox })
  const context = await browser.newContext({ baseURL: servers.console })
  await signIn(await context.newPage(), '/jobs')
  const cookies = await context.cookies()
  await browser.close()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

async function insertImports(file: string, count: number): Promise<void> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file) })
  const owner = await db
    .selectFrom('session')
    .select(['region_id', 'user_id', 'user_name', 'project_id'])
    .executeTakeFirstOrThrow()
  const now = Date.now()
  const row = (number: number) => {
    const [name, address] = [`image-${number}`, `ims-image:build-${number}/image-${number}.qcow2`]
    const isFailed = number % 2 === 0
    return {
      id: randomUUID(),
      project_id: owner.project_id ?? '',
      region_id: owner.region_id,
      user_id: owner.user_id,
      user_name: owner.user_name,
      state: isFailed ? 'failed' : 'succeeded',
      version: 4,
      kind: 'data',
      image_name: name,
      // As long as what is kept of a real one.
      request: JSON.stringify({ filler: 'x'.repeat(700) }),
      last_answer: JSON.stringify({ filler: 'x'.repeat(900) }),
      file: address,
      search_text: `${name}\n${address}`,
      ims_job_id: randomUUID().replaceAll('-', ''),
      image_id: isFailed ? null : randomUUID(),
      submitted_at: now - number * MINUTE_MS,
      ended_at: now - number * MINUTE_MS + MINUTE_MS,
    }
  }
  await db.transaction().execute(async (transaction) => {
    for (let start = 0; start < count; start += ROWS_AT_ONCE)
      await transaction
        .insertInto('job')
        .values(
          Array.from({ length: Math.min(ROWS_AT_ONCE, count - start) }, (_, offset) => row(start + offset)),
        )
        .execute()
  })
  await db.destroy()
}
