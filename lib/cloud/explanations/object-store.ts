/** Codes of OBS that reading buckets and files can meet (obs.md 6). */
import type { Explanations } from './explanation.ts'

const NEW_KEYS =
  'Slipway has asked for new ones already. If it stays, sign in again, and have the clock of its server checked.'

export const OBJECT_STORE: Explanations = {
  AccessDenied: {
    title: 'OBS does not allow this',
    cause: 'Your roles in this project do not include it, or the policy of the bucket keeps you out.',
    remedy:
      'Ask an administrator of this project for the role Tenant Administrator for OBS, or have the bucket policy changed.',
  },
  NoSuchBucket: {
    title: 'There is no bucket of this name',
    cause: 'OBS knows none in any region.',
    remedy: 'Check the name.',
    field: 'imageFile',
  },
  NoSuchKey: {
    title: 'There is no file of this name in the bucket',
    cause: 'Capitals and folders count. A file whose upload has not finished is not there yet.',
    remedy: 'Choose the file from the list of the bucket.',
    field: 'imageFile',
  },
  PermanentRedirect: {
    title: 'The bucket is in another region',
    cause: 'IMS and Slipway read buckets of the region you work in.',
    remedy: 'Copy the file to a bucket of this region, or switch to the other one.',
    field: 'imageFile',
  },
  TemporaryRedirect: {
    title: 'The bucket is in another region, or was made just now',
    cause: 'OBS points to another address for it.',
    remedy: 'Try again in a few minutes. If it stays, switch to the region of the bucket.',
    field: 'imageFile',
  },
  RequestTimeTooSkewed: {
    title: 'The clock of the Slipway server is off',
    cause: 'OBS refuses requests that are more than 15 minutes from its own time.',
    remedy: 'Whoever runs this Slipway has to set the clock of its server.',
  },
  InvalidAccessKeyId: {
    title: 'OBS does not know the keys that IAM made',
    cause: 'New keys may take a moment to be known everywhere, or they have ended.',
    remedy: NEW_KEYS,
  },
  InvalidSecurity: {
    title: 'OBS does not accept the keys that IAM made',
    cause: 'They have ended, or were withdrawn.',
    remedy: NEW_KEYS,
  },
  SignatureDoesNotMatch: {
    title: 'OBS does not accept the signature',
    cause: 'A proxy on the way changed the request, or the region’s address of OBS is another service’s.',
    remedy: 'Whoever runs this Slipway has to check the address of OBS and the proxy.',
  },
  SlowDown: {
    title: 'OBS asks to slow down',
    cause: 'Too many calls came in a short time, those of other tools of this account included.',
    remedy: 'Wait a minute, then try again.',
  },
}
