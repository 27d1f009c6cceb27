/**
 * What the facts of a file mean for a request: which import would fail, and why. Pure, so that the form can ask
 * again after every change without another read, and the server judges by the same rules.
 */
import { encryptionCheck, standsAloneCheck } from './findings/alone.ts'
import { architectureCheck, bootModeCheck, loaderCheck, partitionTableCheck } from './findings/boot.ts'
import { completeCheck, undamagedCheck } from './findings/complete.ts'
import type { CheckFile, Finding, FindingRequest, Severity } from './findings/finding.ts'
import { extensionCheck, featureCheck, formatCheck } from './findings/format.ts'
import { diskLimitCheck, fileLimitCheck, minDiskCheck, quickImportCheck } from './findings/size.ts'
import { automaticConfigurationCheck, installerCheck, operatingSystemCheck } from './findings/system.ts'
import type { Inspection } from './inspection.ts'

const checks: readonly CheckFile[] = [
  formatCheck,
  extensionCheck,
  completeCheck,
  undamagedCheck,
  standsAloneCheck,
  encryptionCheck,
  featureCheck,
  minDiskCheck,
  diskLimitCheck,
  fileLimitCheck,
  quickImportCheck,
  installerCheck,
  partitionTableCheck,
  bootModeCheck,
  loaderCheck,
  architectureCheck,
  operatingSystemCheck,
  automaticConfigurationCheck,
]

const ORDER: Record<Severity, number> = { blocks: 0, warns: 1, unknown: 2, informs: 3, passed: 4 }

/** Keeps the order of the checks among findings of the same gravity. */
export const gravestFirst = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity])

/** The gravest first. `request` may be empty: the command line knows only the file. */
export const findingsOf = (inspection: Inspection, request: FindingRequest): Finding[] =>
  gravestFirst(checks.flatMap((check) => check(inspection, request)))
