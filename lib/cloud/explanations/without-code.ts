/** What can be said when no code is known: by how the call ended, and by its HTTP status. */
import type { CloudFailureKind, CloudService } from '../errors.ts'
import type { Explanation } from './explanation.ts'

const LOOK_BEFORE_REPEATING =
  'Read again in a minute. If something was being made, look at the jobs and images before you do it again.'
const SIGN_IN = 'Sign in again, then repeat what you did. What is already running goes on in the cloud.'

/** For calls that ended without an answer that could be read. */
export function explainKind(kind: Exclude<CloudFailureKind, 'answered'>, service: CloudService): Explanation {
  switch (kind) {
    case 'not-sent':
      return {
        title: 'Slipway sent nothing, for an id is not of the form that IMS has',
        cause:
          'Ids of projects and jobs are 32 letters a to f and digits. That of this project or job is another.',
        remedy: 'Switch to another project, or tell whoever runs this Slipway which project this is.',
      }
    case 'unreachable':
      return {
        title: `Slipway cannot reach ${service}`,
        cause: `No connection was made, so nothing was sent. ${service} is down, or a firewall, a proxy, DNS or a wrong endpoint stands in between.`,
        remedy: `Try again in a minute. If it stays, whoever runs this Slipway has to check that its machine reaches ${service} in this region.`,
      }
    case 'interrupted':
      return {
        title: `The connection to ${service} broke before an answer came`,
        cause: `The network or ${service} cut it. What was sent may have arrived.`,
        remedy: LOOK_BEFORE_REPEATING,
      }
    case 'timeout':
      return {
        title: `${service} did not answer in time`,
        cause: `${service} is slow or overloaded. What was sent may have arrived.`,
        remedy: LOOK_BEFORE_REPEATING,
      }
    case 'unreadable':
      return {
        title: `${service} answered with something Slipway cannot read`,
        cause: 'A page of a proxy or gateway came instead of the answer, or the cloud has changed its form.',
        remedy:
          'Read again. If it stays, tell whoever runs this Slipway: the endpoint or the proxy has to be checked.',
      }
    default:
      return kind satisfies never
  }
}

const IMS_ROLE = 'Ask an administrator of this project for the role IMS Administrator.'
const FORBIDDEN = {
  IAM: IMS_ROLE,
  IMS: IMS_ROLE,
  Glance: 'Read what Glance says below. For a role, ask an administrator of this project.',
  OBS: 'Ask an administrator of this project for the role Tenant Administrator for OBS, or have the bucket policy changed.',
} as const satisfies Record<CloudService, string>

/** For answers whose code is missing or unknown. */
export function explainStatus(status: number | null, service: CloudService): Explanation {
  switch (status) {
    case 401:
      return {
        title: `${service} does not accept the session any more`,
        cause: 'The token has ended, was withdrawn, or was made in another region.',
        remedy: SIGN_IN,
      }
    case 403:
      return {
        title: `${service} does not allow this`,
        cause:
          service === 'Glance'
            ? 'The image is protected or not this project’s, or your roles do not include it.'
            : 'Your roles in this project do not include it.',
        remedy: FORBIDDEN[service],
      }
    case 404:
      return {
        title: `${service} found nothing under this id`,
        cause: 'It may be deleted, or in another project or region.',
        remedy: 'Check the id and the project you work in.',
      }
    case 409:
      return {
        title: `${service} refuses it in the present state`,
        cause: 'Something else changes the same thing at the moment.',
        remedy: 'Read again, then repeat it if it is still needed.',
      }
    case 413:
    case 414:
    case 431:
    case 494:
      return {
        title: `The request is larger than ${service} takes`,
        cause: 'A very long description, many tags, or the many roles in a token make it large.',
        remedy: 'Shorten what can be shortened. If it stays, tell whoever runs this Slipway.',
      }
    case 429:
      return {
        title: `${service} asks to slow down`,
        cause: 'Too many calls came in a short time, those of other tools of this project included.',
        remedy: 'Wait a minute, then try again.',
      }
    default:
      return status !== null && status >= 500
        ? {
            title: `${service} failed`,
            cause: `The fault is in ${service}, not in your values. If something was being made, it is not known whether it was.`,
            remedy: LOOK_BEFORE_REPEATING,
          }
        : {
            title: `${service} refused the request`,
            cause: null,
            remedy: `Read what ${service} says below. If it does not help, copy the facts for support: the request id lets the cloud find its own log.`,
          }
  }
}
