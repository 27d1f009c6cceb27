/** What a list of jobs is narrowed down to, as it stands in addresses of pages and routes alike. */
import * as z from 'zod/mini'
import { isDay, isTimeZone } from '../format/day.ts'
import { JOB_STATE_WORDS, JOB_STATES, type JobState } from './states.ts'

/** The words on the page, as an address writes them: `failed` is all that says Failed. */
export type StateFilter = Lowercase<(typeof JOB_STATE_WORDS)[JobState]>
export const STATE_FILTERS = [
  ...new Set(JOB_STATES.map((state) => JOB_STATE_WORDS[state].toLowerCase() as StateFilter)),
]

/** Every import that has not ended runs on, as far as a person looking for it is concerned. */
export const NOT_ENDED: StateFilter = 'running'

export function statesOf(filter: StateFilter): JobState[] {
  return JOB_STATES.filter((state) => JOB_STATE_WORDS[state].toLowerCase() === filter)
}

export type JobFilters = {
  /** Part of an image's name, of a file's address or of an id; empty for all. */
  text: string
  /** `running` stands for all that has not ended. */
  state: StateFilter | null
  /** Started or added by the one who asks. */
  mine: boolean
  /** First and last day of submission, "2026-11-28", in `zone`. */
  from: string | null
  to: string | null
  zone: string
}

export const NO_FILTERS: JobFilters = {
  text: '',
  state: null,
  mine: false,
  from: null,
  to: null,
  zone: 'UTC',
}

/** Longer than any address of a file that people type. */
export const SEARCH_TEXT_MAX = 200

const day = z.string().check(z.refine(isDay, { error: 'Write days as 2026-11-28.' }))
const fields = {
  q: z._default(
    z
      .string()
      .check(
        z.trim(),
        z.maxLength(SEARCH_TEXT_MAX, { error: `Search for at most ${SEARCH_TEXT_MAX} characters.` }),
      ),
    '',
  ),
  state: z.optional(
    z.enum(STATE_FILTERS, { error: `Ask for a state by its word: ${STATE_FILTERS.join(', ')}.` }),
  ),
  mine: z.optional(z.literal('1', { error: 'Write mine=1, or leave it out.' })),
  from: z.optional(day),
  to: z.optional(day),
  zone: z._default(
    z.string().check(z.refine(isTimeZone, { error: 'Name the time zone as in Europe/Berlin.' })),
    NO_FILTERS.zone,
  ),
}
const allFields = z.object(fields).check(
  z.refine(({ from, to }) => !from || !to || from <= to, {
    error: 'The first day comes after the last: turn from and to round.',
  }),
)

type Parameters = Record<string, string | undefined>

/** For a route: what cannot be read is told in a sentence. */
export function parseFilters(
  parameters: Parameters,
): { ok: true; value: JobFilters } | { ok: false; error: string } {
  const parsed = z.safeParse(allFields, parameters)
  return parsed.success
    ? { ok: true, value: toFilters(parsed.data) }
    : { ok: false, error: parsed.error.issues[0]?.message ?? '' }
}

/** For a page, whose address people edit: what cannot be read is left out. */
export function readableFilters(parameters: Parameters): JobFilters {
  const readable = Object.entries(fields).filter(
    ([name, field]) => z.safeParse(field, parameters[name]).success,
  )
  const parsed = parseFilters(Object.fromEntries(readable.map(([name]) => [name, parameters[name]])))
  return parsed.ok ? parsed.value : NO_FILTERS
}

function toFilters({ q, state, mine, from, to, zone }: z.infer<typeof allFields>): JobFilters {
  const byDay = from !== undefined || to !== undefined
  return {
    text: q,
    state: state ?? null,
    mine: mine !== undefined,
    from: from ?? null,
    to: to ?? null,
    zone: byDay ? zone : NO_FILTERS.zone,
  }
}

/** Rows of a page: more than a screen shows, few enough for one look at the store. */
export const PAGE_ROWS = 50

/** How many imports one look asks for by their ids, at most. */
export const IDS_MAX = 100

/** The address's part after `?`; empty without filters, and always the same for the same ones. */
export function filtersQuery({ text, state, mine, from, to, zone }: JobFilters): string {
  const parameters = {
    q: text,
    state: state ?? '',
    mine: mine ? '1' : '',
    from: from ?? '',
    to: to ?? '',
    zone: from || to ? zone : '',
  }
  return new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '')).toString()
}

export const isFiltered = (filters: JobFilters): boolean => filtersQuery(filters) !== ''
