import { DATA_DISK_OS_TYPES } from '@/lib/cloud/rules'
import { readEnterpriseProjectId, readKmsKeyId } from '@/lib/images/field-rules'
import type { Prefill } from '@/lib/images/read-prefill'
import { isOsVersion } from '@/lib/import/operating-systems'

/** What an image has and a form cannot begin with, as the image has it. */
export type LeftOut = Readonly<
  Partial<Record<'osVersion' | 'osType' | 'kmsKeyId' | 'enterpriseProjectId', string>>
>

/**
 * Names of systems are spelled differently by the cloud's own tools (ims.md 14), a key is of one region, and
 * another region may belong to another account with enterprise projects of its own: neither is taken along to one.
 */
export function leftOut(prefill: Prefill): LeftOut {
  const { kind, os, from, 'os-type': osType, 'kms-key': key, 'enterprise-project': project } = prefill
  const isElsewhere = from !== undefined
  return {
    ...(kind !== 'data' && os !== undefined && !isOsVersion(os) ? { osVersion: os } : {}),
    ...(kind === 'data' && osType !== undefined && !dataDiskOsType(osType) ? { osType } : {}),
    ...(key !== undefined && (isElsewhere || !readKmsKeyId(key).ok) ? { kmsKeyId: key } : {}),
    ...(project !== undefined && (isElsewhere || !readEnterpriseProjectId(project).ok)
      ? { enterpriseProjectId: project }
      : {}),
  }
}

/** The cloud's word as the form's choice, which is of fewer. */
export const dataDiskOsType = (text: string | undefined) => DATA_DISK_OS_TYPES.find((each) => each === text)
