import 'server-only'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import * as z from 'zod/mini'
import { ConfigurationError, environment } from './environment.ts'
import { type ImageApi, imageApis } from './image-apis.ts'
import { once } from './once-per-process.ts'

/** One entry of the catalogue of regions. A person chooses an entry and never types an endpoint. */
export type Region = {
  /** Key in the catalogue: the cloud's name, since two clouds may share a region's name. */
  id: string
  /** "eu-de · Germany". */
  title: string
  /** The region's own name, as projects and endpoints spell it. */
  name: string
  /** IAM with its version, `https://…/v3`. */
  iamUrl: string
  /** IMS without a version; null takes it from the token's catalogue. */
  imsUrl: string | null
  /** OBS, the host without a bucket; null takes it from the token's catalogue. */
  obsUrl: string | null
  /** Which image service it has; null leaves it to be found out (lib/cloud/image-api.ts). */
  imageApi: ImageApi | null
}

/** ims.md 0 and obs.md 2, tables of endpoints. The IMS host of eu-ch2 is inferred there. */
const BUILT_IN: readonly Region[] = [
  {
    id: 'eu-de',
    name: 'eu-de',
    title: 'eu-de · Germany',
    iamUrl: 'https://iam.eu-de.otc.t-systems.com/v3',
    imsUrl: 'https://ims.eu-de.otc.t-systems.com',
    obsUrl: 'https://obs.eu-de.otc.t-systems.com',
    imageApi: 'ims',
  },
  {
    id: 'eu-nl',
    name: 'eu-nl',
    title: 'eu-nl · Netherlands',
    iamUrl: 'https://iam.eu-nl.otc.t-systems.com/v3',
    imsUrl: 'https://ims.eu-nl.otc.t-systems.com',
    obsUrl: 'https://obs.eu-nl.otc.t-systems.com',
    imageApi: 'ims',
  },
  {
    id: 'eu-ch2',
    name: 'eu-ch2',
    title: 'eu-ch2 · Switzerland',
    iamUrl: 'https://iam-pub.eu-ch2.sc.otc.t-systems.com/v3',
    imsUrl: 'https://ims.eu-ch2.sc.otc.t-systems.com',
    obsUrl: 'https://obs.eu-ch2.sc.otc.t-systems.com',
    imageApi: 'ims',
  },
]

const address = z.url({ protocol: /^https?$/ })

/** The part of OpenStack's clouds.yaml that matters here; anything else in it is left alone. */
const cloudsYaml = z.object({
  clouds: z.record(
    z.string(),
    z.object({
      auth: z.object({ auth_url: address }),
      region_name: z.string().check(z.minLength(1)),
      title: z.optional(z.string()),
      /** Slipway's own: `ims` or `glance`, for a cloud whose answers do not tell. */
      image_api: z.optional(imageApis),
      image_endpoint_override: z.optional(address),
      object_store_endpoint_override: z.optional(address),
    }),
  ),
})

/**
 * The catalogue: the regions of clouds.yaml (CLOUDS_FILE) where there is one, else the built-in ones.
 * @throws ConfigurationError when the file cannot be read or is not a clouds.yaml.
 */
function regions(): readonly Region[] {
  return once('regions', () => {
    const { cloudsFile } = environment()
    return cloudsFile ? fromCloudsFile(cloudsFile) : BUILT_IN
  })
}

function fromCloudsFile(file: string): Region[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new ConfigurationError(`CLOUDS_FILE ${file} cannot be read.`)
  }
  const parsed = z.safeParse(cloudsYaml, parseYaml(text))
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join('.') || 'its top'
    throw new ConfigurationError(`CLOUDS_FILE ${file} is not a clouds.yaml that Slipway can use: see ${at}.`)
  }
  const list = Object.entries(parsed.data.clouds).map(([id, cloud]) => ({
    id,
    name: cloud.region_name,
    title: cloud.title ?? (id === cloud.region_name ? id : `${cloud.region_name} · ${id}`),
    iamUrl: withVersion(cloud.auth.auth_url),
    imsUrl: cloud.image_endpoint_override?.replace(/\/+$/, '') ?? null,
    obsUrl: cloud.object_store_endpoint_override?.replace(/\/+$/, '') ?? null,
    imageApi: cloud.image_api ?? null,
  }))
  if (list.length === 0) throw new ConfigurationError(`CLOUDS_FILE ${file} names no cloud.`)
  return list
}

function parseYaml(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}

/** OpenStack tools take auth_url with and without the version. */
function withVersion(authUrl: string): string {
  const bare = authUrl.replace(/\/+$/, '')
  return /\/v3$/.test(bare) ? bare : `${bare}/v3`
}

export function findRegion(id: string): Region | null {
  return regions().find((region) => region.id === id) ?? null
}

export function otherRegions(id: string): Region[] {
  return regions().filter((region) => region.id !== id)
}

export function regionChoices(): { id: string; title: string }[] {
  return regions().map(({ id, title }) => ({ id, title }))
}
