import * as z from 'zod/mini'
import type { World } from '../world.ts'

export type Service = 'iam' | 'ims' | 'obs'

/**
 * Other choices for what the contract only infers, so that a client can be run against each:
 * - `native-json-errors`: native image calls answer errors as JSON instead of XML (ims.md 0)
 * - `unknown-image-400`: an unknown image is 400 IMG.0027 instead of 404 (ims.md 0)
 * - `unknown-job-404`: an unknown job is 404 instead of 400 (ims.md 4)
 * - `unknown-project-401`: a scope that does not exist is 401 instead of 404 (iam.md 1)
 * - `formats-by-content`: no check of an object's format by its name before the job (ims.md 1)
 * - `process-percent`: jobs tell `entities.process_percent`, 0 to 100 (ims.md 4)
 * - `running-without-entities`: jobs have no `entities` and no `end_time` until they end (ims.md 4)
 * - `no-killed-images`: the image of a failed job is gone at once (ims.md 15)
 * - `glance-refusals`: native calls refuse with Glance's status and text instead of a code (ims.md 8)
 */
const QUIRKS = [
  'native-json-errors',
  'unknown-image-400',
  'unknown-job-404',
  'unknown-project-401',
  'formats-by-content',
  'process-percent',
  'running-without-entities',
  'no-killed-images',
  'glance-refusals',
] as const
export type Quirk = (typeof QUIRKS)[number]

const effects = {
  status: z.optional(z.int().check(z.minimum(200), z.maximum(599))),
  body: z.optional(z.unknown()),
  headers: z.optional(z.record(z.string(), z.string())),
  delayMs: z.optional(z.int().check(z.minimum(0), z.maximum(600_000))),
  drop: z.optional(z.enum(['before', 'after'])),
  garble: z.optional(z.literal(true)),
}

/**
 * Body of `POST /_sim/faults`: a fault on calls, a code with which the next job of a type fails, or the name of
 * another choice of the contract.
 */
export const faultRequest = z.union([
  z.strictObject({ named: z.enum(QUIRKS) }),
  z.strictObject({
    job: z.string().check(z.minLength(1)),
    code: z.string().check(z.minLength(1)),
    reason: z._default(z.string(), 'Injected fault'),
    times: z._default(z.int().check(z.minimum(1)), 1),
  }),
  z
    .strictObject({
      service: z.enum(['iam', 'ims', 'obs']),
      method: z.optional(z.string()),
      path: z.optional(z.string()),
      times: z._default(z.int().check(z.minimum(1)), 1),
      ...effects,
    })
    .check(
      z.refine(
        (fault) =>
          [fault.status, fault.delayMs, fault.drop, fault.garble].filter((each) => each !== undefined)
            .length === 1,
        'Give exactly one of status, delayMs, drop, garble.',
      ),
      z.refine(
        (fault) => fault.path === undefined || isPattern(fault.path),
        'path is no regular expression.',
      ),
    ),
])
type FaultRequest = z.infer<typeof faultRequest>
export type JobFault = Extract<FaultRequest, { job: string }>
export type Fault = Extract<FaultRequest, { service: Service }>

function isPattern(path: string): boolean {
  try {
    new RegExp(path)
    return true
  } catch {
    return path.includes('{')
  }
}

export type Call = { service: Service; method: string; path: string; template: string }

/** The first fault that fits the call; it is used up once, and dropped with its last use. */
export function takeFault(world: World, call: Call): Fault | undefined {
  const fault = world.faults.find((each): each is Fault => 'service' in each && fits(each, call))
  if (fault) spend(world, fault)
  return fault
}

/** The first fault for jobs of that type, used up once. */
export function takeJobFault(world: World, type: string): JobFault | undefined {
  const fault = world.faults.find((each): each is JobFault => 'job' in each && each.job === type)
  if (fault) spend(world, fault)
  return fault
}

function spend(world: World, fault: Fault | JobFault): void {
  fault.times -= 1
  if (fault.times < 1) world.faults.splice(world.faults.indexOf(fault), 1)
}

function fits(fault: Fault, call: Call): boolean {
  if (fault.service !== call.service) return false
  if (fault.method !== undefined && fault.method.toUpperCase() !== call.method) return false
  if (fault.path === undefined) return true
  if (fault.path === call.template || fault.path === call.path) return true
  // A template with braces is never meant as a pattern, nor is a plain path the beginning of longer ones.
  return !/^[\w/{}.-]*$/.test(fault.path) && new RegExp(fault.path).test(call.path)
}
