/**
 * Which right a call of IMS needs (ims.md 14), so that a refusal can name it. IMS Administrator holds all of them,
 * Tenant Guest those that only read.
 */
const RIGHTS = {
  importing: {
    right: 'ims:serverImages:create, or ims:dataImages:create for a data disk,',
    role: 'IMS Administrator, and for Tenant Administrator for OBS, which lets IMS read the file',
  },
  'list-images': {
    right: 'ims:images:list',
    role: 'IMS Administrator, or Tenant Guest, which is enough to look',
  },
  'read-image': {
    right: 'ims:images:get',
    role: 'IMS Administrator, or Tenant Guest, which is enough to look',
  },
  'read-quota': {
    right: 'ims:quotas:get',
    role: 'IMS Administrator, or Tenant Guest, which is enough to look',
  },
  'change-image': { right: 'ims:images:update', role: 'IMS Administrator' },
  'delete-image': { right: 'ims:images:delete', role: 'IMS Administrator' },
  'share-image': { right: 'ims:images:share', role: 'IMS Administrator' },
  'export-image': {
    right: 'ims:images:export',
    role: 'IMS Administrator, and for Tenant Administrator for OBS, which lets IMS write the file',
  },
  'copy-image': { right: 'ims:images:copy', role: 'IMS Administrator' },
} as const

export type Doing = keyof typeof RIGHTS

/** What to ask for when IMS refuses `doing`. */
export function askForRight(doing: Doing): string {
  const { right, role } = RIGHTS[doing]
  return `The right ${right} is missing. Ask an administrator of this project for the role ${role}.`
}
