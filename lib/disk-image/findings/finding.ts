/** One sentence about the file and the request, with its ground and its cure. */
import * as z from 'zod/mini'
import { evidence, type Inspection } from '../inspection.ts'

/**
 * `blocks`: IMS will refuse it, or the server will not be what was asked for. `warns`: it may go wrong. `informs`: a
 * fact worth knowing. `passed`: looked at, and fine. `unknown`: could not be looked at, and so is never "passed".
 */
const SEVERITIES = ['blocks', 'warns', 'unknown', 'informs', 'passed'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Fields of the import form, by the names of its draft. */
const FIELDS = [
  'kind',
  'imageFile',
  'minDiskGb',
  'osVersion',
  'bootMode',
  'automaticConfiguration',
  'madeFor',
  'architecture',
  'quickImport',
] as const

/**
 * The questions that are asked of every file; one may have several findings, or none where it does not apply. The
 * first four are asked of a bucket and its object, where there are any (lib/preflight).
 */
const CHECKS = [
  'bucket',
  'bucket-region',
  'storage-class',
  'object',
  'format',
  'extension',
  'complete',
  'undamaged',
  'stands-alone',
  'encryption',
  'features',
  'min-disk',
  'disk-limit',
  'file-limit',
  'quick-import',
  'installer',
  'partition-table',
  'boot-mode',
  'loader',
  'architecture',
  'operating-system',
  'automatic-configuration',
] as const
export type Check = (typeof CHECKS)[number]

export const finding = z.object({
  /** Stable: kept with jobs, and shown by the command line. */
  id: z.string(),
  check: z.enum(CHECKS),
  severity: z.enum(SEVERITIES),
  /** The fact, in one sentence. */
  title: z.string(),
  why: z.string(),
  evidence: z.nullable(evidence),
  cure: z.nullable(z.object({ text: z.string(), command: z.nullable(z.string()) })),
  field: z.nullable(z.enum(FIELDS)),
  /** Only where the documentation of IMS ties the code to this cause. */
  imsCode: z.nullable(z.string()),
  /** A person may send the request all the same. Never where size or format are wrong. */
  overridable: z.boolean(),
})
export type Finding = z.infer<typeof finding>

/**
 * The part of an import request that findings look at, by the names of the request. What is left out has not been
 * decided (the command line decides nothing); null is decided: no operating system chosen, no minimum disk typed.
 */
export type FindingRequest = {
  kind?: 'system' | 'data'
  minDiskGb?: number | null
  madeFor?: 'cloud-server' | 'bare-metal-server' | 'iso-installer'
  osVersion?: string | null
  bootMode?: 'bios' | 'uefi'
  architecture?: 'x86' | 'arm'
  quickImport?: boolean
  automaticConfiguration?: boolean
}

export type CheckFile = (inspection: Inspection, request: FindingRequest) => Finding[]
