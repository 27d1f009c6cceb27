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
  /** `system` or `data` of an import, `export`, `copy`; `unknown` for a job that was not sent from here. */
  kind: string
  /** Empty as long as it is not known. */
  image_name: string
  /** JobRequest as JSON; `null` for a job that was not sent from here. */
  request: string
  /** Of imports that were sent together; null for one of its own. */
  batch_id: string | null
  /** `bucket:key`; null where it is not known. */
  file: string | null
  /** Image name and file in lower case, a line each: databases differ in how they lower what is not ASCII. */
  search_text: string | null
  /** The same for imports whose time can be compared; null where the file was not seen. */
  likeness: string | null
  /** UsualTime as JSON, as it was known when the import was sent: an unchanged job has an unchanged view. */
  usual_time: string | null
  ims_job_id: string | null
  image_id: string | null
  /** The image that is exported or copied; null for an import. */
  of_image_id: string | null
  submitted_at: number
  /** When the call to IMS began; null while it is known that none has been made. */
  sent_at: number | null
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
  /** The process that is dealing with it now, and until when that holds unless it is renewed. */
  claimed_by: string | null
  claimed_until: number | null
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

/** What somebody of the project last said of an image: whether a server started from it. No cloud knows that. */
export type BootTrialTable = {
  project_id: string
  image_id: string
  boots: number
  /** The image's at that time; null where it had none. */
  boot_mode: string | null
  user_name: string
  at: number
}

/** What was changed through the console, by whom and with what result. */
export type AuditTable = {
  id: string
  at: number
  /** Null for what belongs to no project: a sign-in that was refused. */
  project_id: string | null
  region_id: string
  /** Null where IAM did not say who it is. */
  user_id: string | null
  user_name: string
  domain_name: string
  action: string
  object_kind: string | null
  object_id: string | null
  object_name: string | null
  result: string
  /** The cloud's code of a refusal. */
  code: string | null
  /** Where it came from; null where that cannot be known. */
  address: string | null
  request_id: string | null
  /** What more there is to say, as JSON, without any secret. */
  details: string
}

/** What one process at a time may do, over all that share the store. */
export type LeaseTable = {
  name: string
  holder: string
  held_until: number
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
  boot_trial: BootTrialTable
  audit: AuditTable
  lease: LeaseTable
  import_defaults: ImportDefaultsTable
  seen_import: SeenImportTable
  webhook: WebhookTable
  webhook_silence: WebhookSilenceTable
  webhook_delivery: WebhookDeliveryTable
}
