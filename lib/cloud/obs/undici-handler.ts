import 'server-only'
import type { S3Client } from '@aws-sdk/client-s3'
import { EnvHttpProxyAgent } from 'undici'

type Handler = S3Client['config']['requestHandler']
type SdkRequest = Parameters<Handler['handle']>[0]

/**
 * Connections to OBS: kept alive, by the proxy of the environment, as those to IAM and IMS are. The SDK's own
 * handler knows neither.
 */
const connections = new EnvHttpProxyAgent({
  keepAliveTimeout: 20_000,
  connect: { timeout: 5_000 },
  // The largest answer asked for is a page of 1000 keys of 1 KiB.
  maxResponseSize: 8 * 2 ** 20,
})

/** Sends the SDK's signed requests with undici. Deadlines come with the call's signal. */
export const undiciHandler: Handler = {
  async handle(request, choices) {
    const { method } = request
    if (method !== 'GET' && method !== 'HEAD') throw new TypeError(`OBS is only read here, not ${method}`)
    const signal = choices && 'abortSignal' in choices ? choices.abortSignal : undefined
    const { statusCode, headers, body } = await connections.request({
      origin: `${request.protocol}//${request.hostname}${request.port ? `:${request.port}` : ''}`,
      // As it was signed: a URL object would fold `.` and `..`, which are names in OBS.
      path: pathOf(request),
      method,
      headers: request.headers,
      ...(signal instanceof AbortSignal ? { signal } : {}),
    })
    // A body that is given up reports it as an error of the stream, which nobody may be left to hear.
    body.on('error', () => {})
    const single: Record<string, string> = {}
    for (const [name, value] of Object.entries(headers))
      if (value !== undefined) single[name.toLowerCase()] = String(value)
    return { response: { statusCode, headers: single, body } }
  },
  updateHttpClientConfig() {},
  httpHandlerConfigs: () => ({}),
}

function pathOf({ path, query }: SdkRequest): string {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each) => `${escaped(name)}=${escaped(each ?? '')}`),
  )
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}

/** RFC 3986, as the signature counts it. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
