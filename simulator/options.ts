import * as z from 'zod/mini'
import { REGIONS, type Region } from './iam/accounts.ts'

const PROFILES = ['otc', 'glance'] as const
type Profile = (typeof PROFILES)[number]

export type SimulatorOptions = {
  region: Region
  /** Ports of 127.0.0.1; 0 takes a free one. */
  iamPort: number
  imsPort: number
  obsPort: number
  /** Jobs run so many times faster than the real cloud's. */
  speed: number
  /** Decides ids, durations and the seeded images; without it every start differs. */
  seed?: string
  /** How many private images project `…_demo` begins with. */
  images: number
  /** Folder of the buckets and the state file; without it a temporary one, removed at the end. */
  data?: string
  /** Permanent OBS keys of user demo. */
  accessKey: string
  secretKey: string
  profile: Profile
}

export const DEFAULTS: SimulatorOptions = {
  region: 'eu-de',
  iamPort: 9901,
  imsPort: 9902,
  obsPort: 9903,
  speed: 1,
  images: 0,
  accessKey: 'DEMOACCESSKEY0000000',
  secretKey: 'demo-secret-key-of-the-simulator-00000000',
  profile: 'otc',
}

type Environment = Record<string, string | undefined>

/**
 * Options from the environment (SIM_REGION, IAM_PORT, IMS_PORT, OBS_PORT, SIM_SPEED, SIM_SEED, SIM_IMAGES, SIM_DATA,
 * SIM_AK, SIM_SK, SIM_PROFILE). A bad value gives a sentence naming the variable instead of options.
 */
export function optionsFrom(
  environment: Environment,
): { ok: true; options: SimulatorOptions } | { ok: false; sentence: string } {
  const wrong: string[] = []
  const read = <T>(name: string, schema: z.ZodMiniType<T>, fallback: T, rule: string): T => {
    const text = environment[name]
    if (text === undefined || text === '') return fallback
    const parsed = schema.safeParse(typeof fallback === 'number' ? Number(text) : text)
    if (parsed.success) return parsed.data
    wrong.push(`${name} is "${text}", but it must be ${rule}.`)
    return fallback
  }
  const port = z.int().check(z.minimum(0), z.maximum(65535))
  const options: SimulatorOptions = {
    region: read('SIM_REGION', z.enum(REGIONS), DEFAULTS.region, `one of ${REGIONS.join(', ')}`),
    iamPort: read('IAM_PORT', port, DEFAULTS.iamPort, 'a port, 0 to 65535'),
    imsPort: read('IMS_PORT', port, DEFAULTS.imsPort, 'a port, 0 to 65535'),
    obsPort: read('OBS_PORT', port, DEFAULTS.obsPort, 'a port, 0 to 65535'),
    speed: read('SIM_SPEED', z.number().check(z.gt(0), z.lte(1e6)), DEFAULTS.speed, 'a number above 0'),
    images: read(
      'SIM_IMAGES',
      z.int().check(z.minimum(0), z.maximum(100_000)),
      DEFAULTS.images,
      'a whole number, 0 to 100000',
    ),
    accessKey: read(
      'SIM_AK',
      z.string().check(z.regex(/^\w{4,64}$/)),
      DEFAULTS.accessKey,
      '4 to 64 letters and digits',
    ),
    secretKey: read('SIM_SK', z.string().check(z.minLength(8)), DEFAULTS.secretKey, 'at least 8 characters'),
    profile: read('SIM_PROFILE', z.enum(PROFILES), DEFAULTS.profile, `one of ${PROFILES.join(', ')}`),
  }
  if (environment.SIM_SEED) options.seed = environment.SIM_SEED
  if (environment.SIM_DATA) options.data = environment.SIM_DATA
  return wrong.length > 0 ? { ok: false, sentence: wrong.join(' ') } : { ok: true, options }
}
