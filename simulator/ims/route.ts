import type { Answer, HttpContext } from '../control/gate.ts'
import type { Caller } from './token-check.ts'

/** Adds a call of IMS: its handler runs with a checked token, through faults and counters. */
export type On = (
  method: string,
  template: string,
  handler: (context: HttpContext, caller: Caller) => Answer,
) => void
