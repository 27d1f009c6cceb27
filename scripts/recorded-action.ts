import type { Page } from '@playwright/test'
import { request } from 'undici'

/** A call of a server action as the browser made it, to be made again with other values. */
export type RecordedAction = { url: string; headers: Record<string, string>; body: string }

const KEPT_HEADERS = ['accept', 'content-type', 'cookie', 'next-action', 'next-router-state-tree', 'origin']

/** Does what calls the action, and takes down the call. */
export async function recordAction(page: Page, act: () => Promise<void>): Promise<RecordedAction> {
  const called = page.waitForRequest((each) => each.method() === 'POST' && 'next-action' in each.headers())
  await act()
  const call = await called
  const all = await call.allHeaders()
  const headers = Object.fromEntries(Object.entries(all).filter(([name]) => KEPT_HEADERS.includes(name)))
  const body = call.postData()
  if (body === null) throw new Error('The action was called without a body.')
  return { url: call.url(), headers, body }
}

/** Milliseconds from the call to the whole of its answer. */
export async function replay({ url, headers }: RecordedAction, body: string): Promise<number> {
  const begin = performance.now()
  const answer = await request(url, { method: 'POST', headers, body })
  await answer.body.dump()
  if (answer.statusCode !== 200) throw new Error(`The action answered ${answer.statusCode}.`)
  return performance.now() - begin
}
