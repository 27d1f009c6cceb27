import type { CloudError } from './errors.ts'

/** Too many tasks at the same time (ims.md 14; both codes of ims-errors.json say so of imports). */
const FLOW_LIMIT_CODES = ['IMG.0060', 'IMG.0194']

/** IMS took nothing because it has too much to do, and will take the same request later. */
export function isFlowLimit({ status, code }: Pick<CloudError, 'status' | 'code'>): boolean {
  return status === 429 || (code !== null && FLOW_LIMIT_CODES.includes(code))
}
