import { once } from './once-per-process.ts'

const state = () => once('ending', () => ({ isEnding: false }))

/** The process has been told to end: a load balancer should send it nothing more. */
export const isEnding = () => state().isEnding

export function beginEnding(): void {
  state().isEnding = true
}
