import { randomUUID } from 'node:crypto'
import { once } from './once-per-process.ts'

/** Tells this process from all others, also from the one that had its pid before. */
export function processId(): string {
  return once('process-id', () => randomUUID())
}
