import 'server-only'
import { expressionBuilder } from 'kysely'
import type { Tables } from '../store/tables.ts'

const eb = expressionBuilder<Tables, 'job'>()

/**
 * Imports whose end is told to whoever is elsewhere: those that IMS had, and those it refused when their turn in
 * Slipway's queue came. A request that is refused at once is told in its form, and one that a person took out is known
 * to them.
 */
export const isToldEnd = eb.or([
  eb('job.state', 'in', ['succeeded', 'failed']),
  eb.and([eb('job.state', '=', 'rejected'), eb('job.sent_at', '>', eb.ref('job.submitted_at'))]),
])
