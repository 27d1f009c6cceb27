/** An image to write code about, for the tests of the writers. */
import type { CodeSubject } from './subject.ts'

export const SUBJECT_ID = '7091952d-6b0c-4e8f-a7c4-1f0a2f4d9be3'
const PROJECT = '4f7a0c2e9b1d4a6f8c3e5d7b9a1c2e4f'
const OTHER = '0123456789abcdef0123456789abcdef'

export const subject = (
  more: Partial<CodeSubject> = {},
  image: Partial<CodeSubject['image']> = {},
): CodeSubject => ({
  image: {
    id: SUBJECT_ID,
    name: 'debian-10-postgres',
    kind: 'system',
    own: true,
    visibility: 'private',
    description: 'PostgreSQL base',
    minDiskGb: 41,
    minRamMb: null,
    bootMode: 'uefi',
    sizeBytes: 3 * 2 ** 30,
    tags: ['build=4412', 'team=platform'],
    osVersion: 'Debian GNU/Linux 10.0.0 64bit',
    sourceFile: 'ims-image:build-4412/debian-10-postgres.vhd',
    diskFormat: 'zvhd2',
    containerFormat: 'bare',
    isProtected: false,
    ...image,
  },
  present: { __description: 'PostgreSQL base' },
  api: 'ims',
  imsUrl: 'https://ims.eu-de.otc.t-systems.com',
  projectId: PROJECT,
  change: { name: 'web-13' },
  tagChange: null,
  memberId: OTHER,
  ...more,
})
