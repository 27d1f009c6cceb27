import { readFileSync } from 'node:fs'
import { Pool } from 'undici'

const CONNECTIONS = 16
/** Linux counts a process's time in hundredths of a second, on every architecture Node runs on. */
const TICKS_PER_SECOND = 100
/** No round takes longer, however slow the machine. */
const ROUND_MS = 60_000

export type Target = {
  address: string
  path: string
  headers: Record<string, string>
  status: number
  /** The server whose processor time is counted. */
  pid: number
}

export type Cost = { cpuMicrosecondsPerRequest: number; requestsPerSecond: number }

/** Asks so many times over 16 connections, and counts what it cost the server. */
export async function costOf(target: Target, requests: number): Promise<Cost> {
  const pool = new Pool(target.address, { connections: CONNECTIONS })
  let left = requests
  let done = 0
  const begin = performance.now()
  const cpuBefore = cpuSeconds(target.pid)
  const ask = async () => {
    while (left-- > 0 && performance.now() - begin < ROUND_MS) {
      const { statusCode, body } = await pool.request({
        method: 'GET',
        path: target.path,
        headers: target.headers,
      })
      await body.dump()
      if (statusCode !== target.status) throw new Error(`${target.path} answered ${statusCode}.`)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, ask))
  const seconds = (performance.now() - begin) / 1000
  const cpu = cpuSeconds(target.pid) - cpuBefore
  await pool.close()
  return { cpuMicrosecondsPerRequest: (cpu / done) * 1e6, requestsPerSecond: done / seconds }
}

/** User and system time: fields 14 and 15 of /proc/PID/stat. The second field may hold blanks, so count after it. */
function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}
