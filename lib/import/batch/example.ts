import { EMPTY_DRAFT, type ImportDraft } from '../draft.ts'

/** The rows of the example that the batch's page offers. */
export const EXAMPLE_ROWS: readonly ImportDraft[] = [
  {
    ...EMPTY_DRAFT,
    imageFile: 'ims-image:build-4412/debian-10-postgres.vhd',
    imageName: 'debian-10-postgres',
    minDiskGb: '41',
    osVersion: 'Debian GNU/Linux 10.0.0 64bit',
    description: 'PostgreSQL base, build 4412',
    tags: ['owner.platform', 'stage.prod'],
    bootMode: 'uefi',
  },
  {
    ...EMPTY_DRAFT,
    imageFile: 'ims-image:data-volume.qcow2',
    imageName: 'billing-data',
    minDiskGb: '20',
    kind: 'data',
  },
]
