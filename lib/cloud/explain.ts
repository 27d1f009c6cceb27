/**
 * From an error of the cloud to what a person can do about it. Codes decide, never message texts: those on the wire
 * differ from the documented ones (ims.md 0). Codes that imports and other acts can meet are explained in `explanations/`; for the
 * others the documented meaning stands in, and a code nobody has written down is shown as it came.
 */
import type { CloudError } from './errors.ts'
import type { ExplainedError } from './explained-error.ts'
import { ACCESS } from './explanations/access.ts'
import type { Explanation, Explanations } from './explanations/explanation.ts'
import { FORM_FIELDS } from './explanations/form-fields.ts'
import { GATEWAY } from './explanations/gateway.ts'
import { IDENTITY } from './explanations/identity.ts'
import { IMAGE_FILE } from './explanations/image-file.ts'
import { KEYS_AND_ACCOUNTS } from './explanations/keys-and-accounts.ts'
import { LOOKING_AFTER } from './explanations/looking-after.ts'
import { explainNative } from './explanations/native-refusals.ts'
import { OBJECT_STORE } from './explanations/object-store.ts'
import { askForRight, type Doing } from './explanations/rights.ts'
import { safeText } from './explanations/safe-text.ts'
import { explainKind, explainStatus } from './explanations/without-code.ts'
import documentedErrors from './ims-errors.json' with { type: 'json' }

/** A job that IMS itself ended with FAIL: the facts of its last answer. */
export type JobFailure = {
  kind: 'job-failed'
  code: string | null
  /** `fail_reason` as IMS gave it. */
  message: string | null
  requestId?: string | null
}

type CallFailure = Pick<CloudError, 'service' | 'kind' | 'status' | 'code' | 'cloudMessage' | 'requestId'>

const KNOWN: ReadonlyMap<string, Explanation> = new Map(
  [
    IMAGE_FILE,
    FORM_FIELDS,
    KEYS_AND_ACCOUNTS,
    LOOKING_AFTER,
    ACCESS,
    GATEWAY,
    IDENTITY,
    OBJECT_STORE,
  ].flatMap((part: Explanations) => Object.entries(part)),
)
const DOCUMENTED: ReadonlyMap<string, string> = new Map(
  documentedErrors.map(({ code, message }) => [code, `IMS says: ${message.replace(/\.?$/, '.')}`]),
)

const CODE_MAX = 64
const REQUEST_ID_MAX = 128

/**
 * @param now epoch milliseconds, kept as the error's time
 * @param doing what was being done, where a refusal should name the missing right
 */
export function explain(error: CallFailure | JobFailure, now: number, doing?: Doing): ExplainedError {
  const code = safeText(error.code, CODE_MAX)
  const { title, cause, remedy, field } = meaning(error, code, doing)
  return {
    title,
    cause,
    remedy,
    field: field ?? null,
    code,
    message: safeText(error.kind === 'job-failed' ? error.message : error.cloudMessage),
    httpStatus: error.kind === 'job-failed' ? null : error.status,
    requestId: safeText(error.requestId ?? null, REQUEST_ID_MAX),
    at: now,
  }
}

function meaning(
  error: CallFailure | JobFailure,
  code: string | null,
  doing: Doing | undefined,
): Explanation {
  const native =
    error.kind === 'answered' && code === null ? explainNative(error.status, error.service, doing) : null
  if (native) return native
  const known = code === null ? undefined : KNOWN.get(code.replace(/^APIG\./, 'APIGW.'))
  const fallback = known ?? withoutKnownCode(error, code, doing)
  return doing && lacksRight(error) ? { ...fallback, remedy: askForRight(doing) } : fallback
}

function withoutKnownCode(
  error: CallFailure | JobFailure,
  code: string | null,
  doing: Doing | undefined,
): Explanation {
  const documented = code === null ? undefined : DOCUMENTED.get(code)
  if (error.kind === 'job-failed') return failedJob(code, documented, NOUNS.get(doing) ?? 'import')
  if (error.kind !== 'answered') return explainKind(error.kind, error.service)
  const byStatus = explainStatus(error.status, error.service)
  return documented === undefined ? byStatus : { ...byStatus, cause: documented }
}

/** What a job was to do; imports need no word. */
const NOUNS: ReadonlyMap<Doing | undefined, string> = new Map([
  ['export-image', 'export'],
  ['copy-image', 'copy'],
])

function failedJob(code: string | null, documented: string | undefined, noun: string): Explanation {
  const look = noun === 'export' ? 'Look for the file in the bucket' : 'Look for the image by its name'
  const remedy = `${look}, then start the ${noun} again. If it fails the same way, copy the facts for support: the ids of job and request let the cloud find its own log.`
  if (documented !== undefined)
    return { title: `IMS ended the ${noun} with an error`, cause: documented, remedy }
  return code === null
    ? { title: `IMS ended the ${noun} without saying why`, cause: null, remedy }
    : { title: `IMS ended the ${noun} with ${code}`, cause: 'This code is not documented.', remedy }
}

/** IMS refuses with IMG.0026, or with a bare 403 where its own code is missing (ims.md 0). */
function lacksRight(error: CallFailure | JobFailure): boolean {
  if (error.code === 'IMG.0026') return true
  return error.kind === 'answered' && error.service === 'IMS' && error.status === 403 && error.code === null
}
