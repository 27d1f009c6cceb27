/**
 * The store's tables. Times are epoch milliseconds, flags 0 or 1, and what is nested is JSON text: only types that
 * SQLite and PostgreSQL agree on.
 */

export type SessionTable = {
  /** The random id that the cookie seals. */
  id: string
  region_id: string
  user_id: string
  user_name: string
  domain_id: string
  domain_name: string
  /** Null while the person has still to choose one. */
  project_id: string | null
  project_name: string | null
  ims_url: string | null
  obs_url: string | null
  /** Encrypted; null once the session has ended. */
  token_sealed: string | null
  token_expires_at: number
  /** Names of the token's roles as a JSON array; null where IAM named none. */
  roles: string | null
  created_at: number
}

export type JobTable = {
  /** The submission id, a UUID. */
  id: string
  project_id: string
  region_id: string
  user_id: string
  user_name: string
  state: string
  /** Grows with every change; guards against a slower writer. */
  version: number
  kind: string
  image_name: string
  /** ImportRequest as JSON. */
  request: string
  /** The same for imports whose time can be compared; null where the file was not seen. */
  likeness: string | null
  /** UsualTime as JSON, as it was known when the import was sent: an unchanged job has an unchanged view. */
  usual_time: string | null
  ims_job_id: string | null
  image_id: string | null
  submitted_at: number
  accepted_at: number | null
  accepted_in_ms: number | null
  running_at: number | null
  ended_at: number | null
  last_checked_at: number | null
  next_check_at: number | null
  /** What IMS last said about the job, as JSON. */
  last_answer: string | null
  /** Why it failed or was refused, as JSON. */
  failure: string | null
  /** Why the last check gave no answer, as JSON; null when it did. */
  check_error: string | null
}

/** Beside the job and not in it, since every poll reads the job and few pages read this. Goes when the job goes. */
export type JobPreflightTable = {
  job_id: string
  /** JobPreflight as JSON. */
  preflight: string
}

/** What a person last saw of an image file in a bucket. */
export type InspectionTable = {
  region_id: string
  project_id: string
  /** Each sees what their own keys may read. */
  user_id: string
  bucket: string
  object_key: string
  /** PreflightView as JSON. */
  view: string
  /** When bucket and object were last looked at; the bytes may have been read before. */
  checked_at: number
}

/** What a person wants a new import of a project to begin with. */
export type ImportDefaultsTable = {
  region_id: string
  project_id: string
  user_id: string
  /** ImportDefaults as JSON. */
  defaults: string
}

/** An import whose end its owner has taken note of. Goes when the job goes. */
export type SeenImportTable = {
  user_id: string
  job_id: string
}

/** The one address of a project that is called when its imports end. */
export type WebhookTable = {
  id: string
  region_id: string
  project_id: string
  project_name: string
  address: string
  /** Encrypted, bound to the id. */
  secret_sealed: string
  /** Imports that end from here on are told. */
  set_at: number
  set_by: string
}

/** An import whose end is not to be told to the webhook. */
export type WebhookSilenceTable = {
  job_id: string
}

/** One call to make or made: filled by a sweep over ended imports, emptied by whoever claims it first. */
export type WebhookDeliveryTable = {
  id: string
  webhook_id: string
  /** Both null for a test. */
  job_id: string | null
  image_name: string | null
  event: string
  /** `waiting`, `delivered` or `given-up`. */
  state: string
  attempts: number
  created_at: number
  next_attempt_at: number | null
  /** Who is making the call, and until when nobody else may. */
  claimed_by: string | null
  claimed_until: number | null
  last_attempt_at: number | null
  /** DeliveryAnswer as JSON. */
  last_answer: string | null
}

export type Tables = {
  session: SessionTable
  job: JobTable
  job_preflight: JobPreflightTable
  inspection: InspectionTable
  import_defaults: ImportDefaultsTable
  seen_import: SeenImportTable
  webhook: WebhookTable
  webhook_silence: WebhookSilenceTable
  webhook_delivery: WebhookDeliveryTable
}
