import { sql } from 'kysely'
import { connection } from 'next/server'
import { isEnding } from '@/lib/config/ending'
import { store } from '@/lib/store/store'

/** The process can do its work: its store answers, and it has not been told to end. */
export async function GET() {
  await connection()
  if (isEnding()) return notReady('the console is ending')
  try {
    await sql`select 1`.execute(store())
    return new Response('ready\n', { headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } })
  } catch {
    return notReady('the store does not answer')
  }
}

function notReady(why: string): Response {
  return new Response(`${why}\n`, {
    status: 503,
    headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' },
  })
}
