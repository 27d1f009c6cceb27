/**
 * Codes of the gateway in front of every service (ims.md 0). Its documents write APIG, the wire says APIGW; both
 * lead here. The words are Slipway's own.
 */
import type { Explanations } from './explanation.ts'

const SIGN_IN = 'Sign in again, then repeat what you did. What is already running goes on in the cloud.'
const GATEWAY_TROUBLE =
  'The gateway took the call, the service behind it did not answer. If something was to be made, it is not known whether it was.'
const READ_AGAIN =
  'Wait a minute and read again. Before anything is sent once more, look whether it is there.'

export const GATEWAY: Explanations = {
  'APIGW.0101': {
    title: 'The cloud does not know this call',
    cause: 'This region does not offer it, or the address of the service is set wrong.',
    remedy: 'Tell whoever runs this Slipway: the endpoints of the region have to be checked.',
  },
  'APIGW.0201': {
    title: 'The gateway of the cloud did not pass the request on',
    cause: `The request was larger than the gateway takes, or the service behind it was not available. ${GATEWAY_TROUBLE}`,
    remedy: READ_AGAIN,
  },
  'APIGW.0202': {
    title: 'The service behind the gateway is not available',
    cause: GATEWAY_TROUBLE,
    remedy: READ_AGAIN,
  },
  'APIGW.0203': {
    title: 'The service behind the gateway did not answer in time',
    cause: GATEWAY_TROUBLE,
    remedy: READ_AGAIN,
  },
  'APIGW.0301': {
    title: 'The cloud does not accept the session',
    cause: 'The token is damaged, was withdrawn, or was made in another region.',
    remedy: SIGN_IN,
  },
  'APIGW.0302': {
    title: 'The cloud does not let this user make the call',
    cause: 'The user or the project is frozen or blocked for this service.',
    remedy: 'Ask an administrator of the account whether the user and the project are active.',
  },
  'APIGW.0306': {
    title: 'The gateway refuses access',
    cause: 'The roles in this project do not open this service.',
    remedy: 'Ask an administrator of this project for the role IMS Administrator.',
  },
  'APIGW.0307': {
    title: 'The session has ended',
    cause: 'The token has passed its 24 hours, or it was made in another region.',
    remedy: SIGN_IN,
  },
  'APIGW.0308': {
    title: 'The cloud asks to slow down',
    cause: 'Too many calls came in a short time, those of other tools of this project included.',
    remedy: 'Wait a minute. Slipway slows its own reading down by itself.',
  },
  'APIGW.0310': {
    title: 'The project of the session is not accepted',
    cause: 'The project was removed or frozen, or it lies in another region.',
    remedy: 'Choose the project again, or ask an administrator of the account.',
  },
  'APIGW.0802': {
    title: 'The user may not work in this region',
    cause: 'IAM keeps this user out of the region.',
    remedy: 'Choose another region, or ask an administrator of the account.',
  },
}
