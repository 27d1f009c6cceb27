import { sql } from 'kysely'
import { connection } from 'next/server'
import { store } from '@/lib/store/store'

/** The process can do its work: its store answers. */
export async function GET() {
  await connection()
  try {
    await sql`select 1`.execute(store())
    return new Response('ready\n', { headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } })
  } catch {
    return new Response('the store does not answer\n', {
      status: 503,
      headers: { 'content-type': 'text/plain' },
    })
  }
}
