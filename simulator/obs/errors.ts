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
  MalformedXML: [400, 'The XML of the request is not well formed or not of the expected shape.'],
  InvalidRequest: [400, 'The request is not valid.'],
  BadRequest: [400, 'The request lacks a header it needs.'],
  BadDigest: [400, 'Content-MD5 does not match the body.'],
  IncompleteBody: [400, 'The body has fewer bytes than Content-Length says.'],
  MissingRequiredHeader: [400, 'A header the request needs is missing.'],
  EntityTooLarge: [400, 'The body is larger than allowed.'],
  EntityTooSmall: [400, 'A part other than the last is smaller than allowed.'],
  InvalidPart: [400, 'A part was not found, or has another ETag.'],
  InvalidPartOrder: [400, 'The parts are not in ascending order.'],
  KeyTooLong: [400, 'The key is too long.'],
  TooManyBuckets: [400, 'The account has as many buckets as it may.'],
  AccessForbidden: [403, 'No CORS rule of the bucket allows this.'],
  NoSuchBucket: [404, 'The bucket does not exist.'],
  NoSuchKey: [404, 'The object does not exist.'],
  NoSuchUpload: [404, 'The multipart upload does not exist.'],
  NoSuchCORSConfiguration: [404, 'The bucket has no CORS configuration.'],
  BucketAlreadyExists: [409, 'A bucket of that name exists.'],
  BucketNotEmpty: [409, 'The bucket holds objects or open multipart uploads.'],
  MissingContentLength: [411, 'Content-Length is missing.'],
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
