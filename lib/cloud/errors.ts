/** The one error that lib/cloud throws. */

/** `Glance` is an image service that is not IMS. */
export type CloudService = 'IAM' | 'IMS' | 'Glance' | 'OBS'

/**
 * How a call failed:
 * - `answered`: the service answered with an error status.
 * - `not-sent`: an id has not the form that the service documents, so it was never put into an address.
 * - `unreachable`: no connection was made; nothing was sent.
 * - `interrupted`: the connection ended before an answer came; what was sent may have taken effect.
 * - `timeout`: no answer in time; what was sent may have taken effect.
 * - `unreadable`: a success status with a body that is not what the contract says.
 */
export type CloudFailureKind =
  | 'answered'
  | 'not-sent'
  | 'unreachable'
  | 'interrupted'
  | 'timeout'
  | 'unreadable'

type Facts = {
  service: CloudService
  kind: CloudFailureKind
  /** HTTP status, when there was an answer. */
  status: number | null
  /** `IMG.0055`, `APIGW.0301`, `IAM.0061`; null when none came. */
  code: string | null
  /** The service's own words. */
  cloudMessage: string | null
  requestId: string | null
  /** Seconds of a Retry-After header. */
  retryAfterSeconds: number | null
  /** The call was to change nothing. */
  isRead: boolean
}

export class CloudError extends Error implements Facts {
  readonly service: CloudService
  readonly kind: CloudFailureKind
  readonly status: number | null
  readonly code: string | null
  readonly cloudMessage: string | null
  readonly requestId: string | null
  readonly retryAfterSeconds: number | null
  readonly isRead: boolean

  constructor(facts: Pick<Facts, 'service' | 'kind'> & Partial<Facts>) {
    super(`${facts.service} ${facts.kind} ${facts.status ?? ''} ${facts.code ?? ''}`.trim())
    this.name = 'CloudError'
    this.service = facts.service
    this.kind = facts.kind
    this.status = facts.status ?? null
    this.code = facts.code ?? null
    this.cloudMessage = facts.cloudMessage ?? null
    this.requestId = facts.requestId ?? null
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null
    this.isRead = facts.isRead ?? false
  }

  /** True when the service cannot have taken the request: nothing was sent, or it refused with a 4xx. */
  get provesNothingHappened(): boolean {
    if (this.kind === 'unreachable' || this.kind === 'not-sent') return true
    return this.kind === 'answered' && this.status !== null && this.status >= 400 && this.status < 500
  }

  /** A change was sent, and may have been made for all that is known (ims.md 0). */
  get leavesUnknown(): boolean {
    return !this.isRead && !this.provesNothingHappened
  }

  /** The gateway answered by itself: the service behind it was not asked, and said nothing of what it has (ims.md 0). */
  get byGateway(): boolean {
    return /^APIGW?\./.test(this.code ?? '')
  }

  /** The token is no longer taken: missing, damaged, expired or revoked (ims.md 0, iam.md 2). */
  get tokenRefused(): boolean {
    return this.kind === 'answered' && this.status === 401
  }
}
