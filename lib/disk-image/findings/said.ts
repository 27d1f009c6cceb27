/** Ways to say a finding. Apart from its schema, so that judging a file loads no schema library. */
import type { Evidence } from '../inspection.ts'
import type { Check, Finding } from './finding.ts'

/** What a finding may leave out. */
type Said = Pick<Finding, 'id' | 'check' | 'severity' | 'title' | 'why'> & Partial<Finding>

export const said = (parts: Said): Finding => ({
  evidence: null,
  cure: null,
  field: null,
  imsCode: null,
  overridable: parts.severity === 'blocks',
  ...parts,
})

export const passed = (check: Check, title: string, why: string, found: Evidence | null = null): Finding =>
  said({ id: check, check, severity: 'passed', title, why, evidence: found })

export const unknown = (check: Check, title: string, why: string): Finding =>
  said({ id: `${check}-unknown`, check, severity: 'unknown', title, why })
