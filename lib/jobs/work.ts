/** What a job does, as pages and calls of a webhook speak of it. */
import type { JobKind } from '../cloud/job-request.ts'

export const WORKS = ['import', 'export', 'copy'] as const
export type Work = (typeof WORKS)[number]

/** A job that was not sent from here is an import as far as anybody can tell: its kind is not known. */
export function workOf(kind: JobKind | null): Work {
  return kind === 'export' || kind === 'copy' ? kind : 'import'
}

type Words = {
  /** "Import succeeded: …" */
  title: string
  noun: string
  several: string
  /** "Imported in 3 min." */
  done: string
  /** A step of the way, and what IMS is doing in a list. */
  step: string
  doing: string
  /** What there is in the end, in a list. */
  made: string
}

export const WORK_WORDS = {
  import: {
    title: 'Import',
    noun: 'import',
    several: 'imports',
    done: 'Imported',
    step: 'IMS is importing the file',
    doing: 'IMS is importing',
    made: 'Image made',
  },
  export: {
    title: 'Export',
    noun: 'export',
    several: 'exports',
    done: 'Exported',
    step: 'IMS is writing the file',
    doing: 'IMS is exporting',
    made: 'File written',
  },
  copy: {
    title: 'Copy',
    noun: 'copy',
    several: 'copies',
    done: 'Copied',
    step: 'IMS is copying the image',
    doing: 'IMS is copying',
    made: 'Image made',
  },
} as const satisfies Record<Work, Words>
