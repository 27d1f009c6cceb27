import { randomUUID } from 'node:crypto'
import { escapeXml } from './xml.ts'

/** Every error OBS answers, in one place (obs.md 6). */
const ERRORS = {
  AccessDenied: [403, 'Access Denied'],
  InvalidAccessKeyId: [403, 'The access key does not exist.'],
  SignatureDoesNotMatch: [403, 'The signature does not match the one calculated from the request.'],
  RequestTimeTooSkewed: [403, 'The time of the request is too far from the time of the server.'],
  InvalidSecurity: [403, 'The security token is missing, wrong or expired.'],
  XAmzContentSHA256Mismatch: [400, 'x-amz-content-sha256 does not match the body.'],
  InvalidArgument: [400, 'A parameter is not valid.'],
  InvalidBucketName: [400, 'The bucket name is not valid.'],
  NoSuchBucket: [404, 'The bucket does not exist.'],
  NoSuchKey: [404, 'The object does not exist.'],
  PermanentRedirect: [301, 'The bucket lies in another region.'],
  PreconditionFailed: [412, 'A condition of the request does not hold.'],
  InvalidRange: [416, 'The range is not satisfiable.'],
  MethodNotAllowed: [405, 'The method is not allowed here.'],
  NotImplemented: [501, 'The simulator does not do this.'],
} as const
export type ObsErrorCode = keyof typeof ERRORS

/** An error as XML; on HEAD the server leaves the body out and only the status tells (obs.md 6). */
export function obsError(
  code: ObsErrorCode,
  resource: string,
  extra: { detail?: string; headers?: Record<string, string> } = {},
): Response {
  const [status, message] = ERRORS[code]
  const requestId = randomUUID().replaceAll('-', '').toUpperCase()
  const body =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Error><Code>${code}</Code>` +
    `<Message>${escapeXml(extra.detail ?? message)}</Message><Resource>${escapeXml(resource)}</Resource>` +
    `<RequestId>${requestId}</RequestId><HostId>${requestId.toLowerCase()}</HostId></Error>`
  return new Response(body, {
    status,
    headers: { 'Content-Type': 'application/xml', 'x-amz-request-id': requestId, ...extra.headers },
  })
}
