import { connection } from 'next/server'

export async function GET() {
  await connection()
  return Response.json({ state: 'running' }, { headers: { 'cache-control': 'private, no-cache' } })
}
