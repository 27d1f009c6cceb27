/** Codes about the session, the project and rights, and those where IMS itself failed (ims.md 0, 14). */
import type { Explanations } from './explanation.ts'

const SIGN_IN = 'Sign in again, then repeat what you did. What is already running goes on in the cloud.'
const PROJECT_AGAIN = 'Choose the project again, or sign in again.'
const TROUBLE_INSIDE =
  'Try again in a few minutes. If it fails the same way, copy the facts for support: the request id lets the cloud find its own log.'

export const ACCESS: Explanations = {
  'IMG.0026': {
    title: 'Your roles in this project do not allow this',
    cause: 'IMS found no role that permits it. An account that is not verified gets the same answer.',
    remedy:
      'Ask an administrator of this project for the role IMS Administrator; importing a file also needs Tenant Administrator for OBS.',
  },
  'IMG.0030': {
    title: 'The session and the project do not fit together',
    cause: 'The token was made for another project or another region.',
    remedy: PROJECT_AGAIN,
  },
  'IMG.0047': {
    title: 'Only the owner of the image may do this',
    cause: 'The image belongs to another project and is shared to this one, or it is a public one.',
    remedy: 'Ask its owner, switch to the project that owns it, or copy the image: the copy is yours.',
  },
  'IMG.0064': {
    title: 'IMS could not ask IAM who you are',
    cause: 'The two services do not reach each other at the moment, or the token has just ended.',
    remedy: `Try again in a minute. ${SIGN_IN}`,
  },
  'IMG.0065': {
    title: 'IMS could not ask IAM for your domain',
    cause: 'The two services do not reach each other at the moment, or the token has just ended.',
    remedy: `Try again in a minute. ${SIGN_IN}`,
  },
  'IMG.0067': {
    title: 'IMS does not know this project',
    cause: 'The project was removed or disabled, or it lies in another region.',
    remedy: PROJECT_AGAIN,
  },
  'IMG.0087': {
    title: 'IMS does not accept the session any more',
    cause: 'The token has ended, was withdrawn, or was made in another region.',
    remedy: SIGN_IN,
  },
  'IMG.0104': {
    title: 'IMS cannot tell which project is meant',
    cause: 'The region has several projects, and the token names none.',
    remedy: PROJECT_AGAIN,
  },
  'IMG.0145': {
    title: 'IMS does not know a project of this name',
    cause: 'The project was renamed or removed since you signed in.',
    remedy: PROJECT_AGAIN,
  },
  'IMG.0014': {
    title: 'A part of the cloud failed while it did the task',
    cause: 'IMS hands the work on to other services, and one of them gave up. The file may be fine.',
    remedy: TROUBLE_INSIDE,
  },
  'IMG.0018': {
    title: 'IMS could not start the job',
    cause: 'It took the request, but the task did not begin. The file was not looked at.',
    remedy: TROUBLE_INSIDE,
  },
  'IMG.0023': {
    title: 'IMS cannot say how the job is doing',
    cause:
      'It does not know this job id, or no longer: how long IMS keeps jobs is not written down. The import itself may have ended well.',
    remedy: 'Look for the image by its name before you import again.',
  },
  'IMG.0061': {
    title: 'IMS failed and does not know why',
    cause: null,
    remedy: TROUBLE_INSIDE,
  },
  'IMG.0001': {
    title: 'IMS could not read the request',
    cause: 'Slipway and IMS disagree about its form; none of your values is at fault.',
    remedy: 'Copy the facts for support and tell whoever runs this Slipway.',
  },
  'IMG.0007': {
    title: 'IMS got an empty request',
    cause:
      'Something between Slipway and IMS dropped it, a proxy for example; none of your values is at fault.',
    remedy: 'Try again. If it stays, tell whoever runs this Slipway.',
  },
  'IMG.0027': {
    title: 'No image has this id in this project',
    cause: 'It may be deleted, or in another project.',
    remedy: 'Look at the list of images, or switch to the project it was made in.',
  },
  'IMG.0046': {
    title: 'The image is not available',
    cause: 'It is still being made, making it failed, or it was taken out of use.',
    remedy: 'Wait until its status is Active. One whose import failed can only be deleted.',
  },
  'IMG.0086': {
    title: 'IMS found no such image',
    cause: 'It may be deleted, or in another project.',
    remedy: 'Look at the list of images, or switch to the project it was made in.',
  },
  'IMG.0144': {
    title: 'The image does not exist',
    cause: 'It may be deleted, or in another project.',
    remedy: 'Look at the list of images, or switch to the project it was made in.',
  },
}
