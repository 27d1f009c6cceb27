import { hexId, uuid } from '../chance.ts'
import { NEIGHBOUR_PROJECT_ID } from '../iam/accounts.ts'
import { type ImageRecord, MEMBER_STATES } from '../records.ts'
import { COMMON, strangeProperty } from './common-properties.ts'
import { osVersionFacts } from './os-versions.ts'

const DAY_MS = 86_400_000
const PUBLIC_OWNER = hexId('project', 'public images')

export function ofVersion(version: string): Record<string, unknown> {
  const facts = osVersionFacts(version)
  return {
    __os_type: facts?.osType ?? 'Linux',
    __os_version: version,
    __os_bit: String(facts?.bit ?? 64),
    __platform: facts?.platform ?? 'Other',
  }
}

const PUBLIC_VERSIONS = [
  'CentOS 7.7 64bit',
  'CentOS 8.0 64bit',
  'Debian GNU/Linux 10.0.0 64bit',
  'EulerOS 2.5 64bit',
  'Fedora 30 64bit',
  'Ubuntu 18.04 server 64bit',
  'openSUSE 15.1 64bit',
  'Windows Server 2016 Standard 64bit',
]

/** Public (gold) images, the same at every start but for their times. */
export function publicImages(nowMs: number): ImageRecord[] {
  return PUBLIC_VERSIONS.map((version, index) => {
    const id = uuid('public', version)
    const createdAtMs = nowMs - (400 - index * 30) * DAY_MS
    return {
      id,
      owner: PUBLIC_OWNER,
      kind: 'gold',
      createdAtMs,
      first: true,
      properties: {
        ...COMMON,
        name: `Standard_${version.replaceAll(/[^A-Za-z0-9.]+/g, '_').replace(/_64bit$/, '')}_latest`,
        visibility: 'public',
        protected: true,
        min_disk: version.startsWith('Windows') ? 40 : 10,
        min_ram: version.startsWith('Windows') ? 2048 : 512,
        tags: [],
        virtual_env_type: 'FusionCompute',
        ...ofVersion(version),
        __imagetype: 'gold',
        __image_size: String(1_200_000_000 + index * 137_000_000),
        __data_origin: null,
        __description: '',
        enterprise_project_id: '0',
        ...strangeProperty('public', id),
      },
    }
  })
}

/** Images a neighbour project shares with another: one pending, one accepted, one rejected. */
export function sharedImages(nowMs: number, withProjectId: string): ImageRecord[] {
  return MEMBER_STATES.map((status, index) => {
    const id = uuid('shared', status)
    const createdAtMs = nowMs - (20 + index) * DAY_MS
    return {
      id,
      owner: NEIGHBOUR_PROJECT_ID,
      kind: 'shared',
      createdAtMs,
      first: true,
      members: [{ projectId: withProjectId, status, createdAtMs, updatedAtMs: createdAtMs }],
      properties: {
        ...COMMON,
        name: `neighbour-base-${index + 1}`,
        visibility: 'shared',
        min_disk: 20,
        min_ram: 0,
        tags: [],
        virtual_env_type: 'FusionCompute',
        ...ofVersion('Debian GNU/Linux 10.0.0 64bit'),
        __imagetype: 'shared',
        __image_size: '1342177280',
        __root_origin: 'file',
        __data_origin: 'file,neighbour:base.qcow2',
        __description: `Shared for tests: ${status}`,
        enterprise_project_id: '0',
        ...strangeProperty('shared', id),
      },
    }
  })
}
