/** Codes about KMS keys, enterprise projects, quota, flow control and the account (ims.md 14). */
import type { Explanations } from './explanation.ts'

const AFTER_A_WHILE = 'Wait until a running import has ended, then import again with the same values.'
const ASK_ACCOUNT_OWNER =
  'Ask the owner of the account to settle it in the console of the cloud, then import again.'

export const KEYS_AND_ACCOUNTS: Explanations = {
  'IMG.0095': {
    title: 'No KMS key has this id',
    cause: 'The key was deleted, or it belongs to another region or project.',
    remedy: 'Copy the id of a key of this project from KMS, or leave the field empty to make a plain image.',
    field: 'kmsKeyId',
  },
  'IMG.0097': {
    title: 'The KMS key is not enabled',
    cause: 'It is disabled, or waits for its deletion.',
    remedy: 'Enable the key in KMS, or choose another. An image whose key is disabled cannot be used either.',
    field: 'kmsKeyId',
  },
  'IMG.0099': {
    title: 'You may not use this KMS key',
    cause: 'The key belongs to someone else, or your roles in this project do not include KMS.',
    remedy: 'Ask for a grant on the key, or for the role KMS Administrator. An own key works at once.',
    field: 'kmsKeyId',
  },
  'IMG.0100': {
    title: 'Your account may not use KMS',
    cause: 'KMS is not open to the account in this region.',
    remedy: 'Leave the KMS key empty, or ask the owner of the account to have KMS opened.',
    field: 'kmsKeyId',
  },
  'IMG.0118': {
    title: 'Images for bare-metal servers cannot be encrypted',
    cause: 'IMS encrypts images for cloud servers only.',
    remedy: 'Take the KMS key out, or make the image for a cloud server.',
    field: 'kmsKeyId',
  },
  'IMG.0161': {
    title: 'IMS may not use the KMS key',
    cause: 'The right to encrypt with this key is missing in this project.',
    remedy: 'Ask for the role KMS Administrator in this project, or leave the KMS key empty.',
    field: 'kmsKeyId',
  },
  'IMG.0187': {
    title: 'KMS takes no more requests at the moment',
    cause: 'Too many calls used keys of this account at the same time.',
    remedy: 'Wait a few minutes, then import again with the same values.',
  },
  'IMG.0154': {
    title: 'IMS could not ask for the enterprise project',
    cause: 'The service that knows enterprise projects did not answer IMS.',
    remedy: 'Import again in a few minutes, or leave the enterprise project empty.',
    field: 'enterpriseProjectId',
  },
  'IMG.0155': {
    title: 'IMS does not accept the enterprise project',
    cause: 'No enterprise project has this id, it is disabled, or you may not use it.',
    remedy: 'Check the id. Empty, or 0, is the default enterprise project.',
    field: 'enterpriseProjectId',
  },
  'IMG.0156': {
    title: 'IMS could not put the image into the enterprise project',
    cause: 'You may not add to it, or it was closed meanwhile.',
    remedy:
      'Look at the images first: the image may exist in the default enterprise project. Otherwise check the id and import again.',
    field: 'enterpriseProjectId',
  },
  'IMG.0015': {
    title: 'The project has no room for another private image',
    cause: 'The quota of private images is used up. Images that are being imported may count too.',
    remedy:
      'Delete images nobody uses, or have the quota raised by the support of the cloud. Then import again.',
  },
  'IMG.0088': {
    title: 'The quota of shared images is used up',
    cause:
      'Two limits exist: how many images a project shares, and with how many projects one image is shared (256, as documented).',
    remedy:
      'Stop sharing with projects that do not need it any more, or have the quota raised by the support of the cloud.',
  },
  'IMG.0060': {
    title: 'IMS is busy with too many tasks of this project',
    cause: 'About 40 imports may run at the same time, those of other tools included.',
    remedy: AFTER_A_WHILE,
  },
  'IMG.0194': {
    title: 'Too many imports run at the same time',
    cause: 'About 40 imports may run at the same time, those of other tools included.',
    remedy: AFTER_A_WHILE,
  },
  'IMG.0238': {
    title: 'The account is not verified',
    cause: 'The cloud asks for proof of identity before it makes images.',
    remedy: ASK_ACCOUNT_OWNER,
  },
  'IMG.0239': {
    title: 'The account has not enough credit',
    cause: 'The cloud makes nothing new while the balance is too low.',
    remedy: ASK_ACCOUNT_OWNER,
  },
  'IMG.0241': {
    title: 'The payment data of the account are incomplete',
    cause: 'The cloud makes nothing new until they are complete.',
    remedy: ASK_ACCOUNT_OWNER,
  },
  'IMG.0242': {
    title: 'The budget of the enterprise project is used up',
    cause: 'The department this import is counted to has reached its limit.',
    remedy: 'Ask for a higher budget, or choose another enterprise project.',
  },
}
