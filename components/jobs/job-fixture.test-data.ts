import type { SystemDiskImport } from '@/lib/cloud/import-request'
import type { JobView } from '@/lib/jobs/view'

export const NOW = Date.UTC(2026, 10, 25, 13, 8, 50)

export const REQUEST: SystemDiskImport = {
  kind: 'system',
  file: { bucket: 'ims-image', key: 'build-4412/debian-10-postgres.vhd' },
  name: 'debian-10-postgres',
  minDiskGb: 41,
  description: 'PostgreSQL base, build 4412',
  tags: [
    { key: 'team', value: 'platform' },
    { key: 'build', value: '4412' },
  ],
  quickImport: false,
  enterpriseProjectId: null,
  kmsKeyId: null,
  madeFor: 'cloud-server',
  osVersion: 'Debian GNU/Linux 10.0.0 64bit',
  bootMode: 'uefi',
  architecture: 'x86',
  automaticConfiguration: true,
  initialConfigurationDone: false,
  minRamMb: null,
  maxRamMb: null,
}

/** An import in its seventh minute; tests say what differs. */
export function jobFixture(changes: Partial<JobView> = {}): JobView {
  return {
    id: '0b6f2c1e-6d0c-4a8e-9a0e-3f2b1c4d5e6f',
    state: 'running',
    kind: 'system',
    imageName: 'debian-10-postgres',
    file: 'ims-image:build-4412/debian-10-postgres.vhd',
    startedBy: 'platform-team',
    addedBy: null,
    submittedAt: NOW - 402_000,
    sentAt: NOW - 402_000,
    place: null,
    endedAt: null,
    failure: null,
    imageId: null,
    ofImageId: null,
    version: 4,
    projectId: '4f7a0c2e9b1d4a6f8c3e5d7b9a1c2e4f',
    imsJobId: 'ff8080827a1b93c1017a5b2f4e6d0a17',
    acceptedAt: NOW - 399_000,
    acceptedInMs: 412,
    runningAt: NOW - 390_000,
    lastCheckedAt: NOW - 4_000,
    nextCheckAt: NOW + 11_000,
    checkError: null,
    lastAnswer: null,
    request: REQUEST,
    jobType: null,
    usual: null,
    pollAfterMs: 15_000,
    ...changes,
  }
}
