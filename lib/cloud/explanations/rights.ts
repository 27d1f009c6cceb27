/**
 * Which right a call of IMS needs (ims.md 14), so that a refusal can name it. IMS Administrator holds all of them,
 * Tenant Guest those that only read.
 */
const RIGHTS = {
  importing: { right: 'ims:serverImages:create, or ims:dataImages:create for a data disk,', reads: false },
  'list-images': { right: 'ims:images:list', reads: true },
  'read-image': { right: 'ims:images:get', reads: true },
  'read-quota': { right: 'ims:quotas:get', reads: true },
} as const

export type Doing = keyof typeof RIGHTS

/** What to ask for when IMS refuses `doing`. */
export function askForRight(doing: Doing): string {
  const { right, reads } = RIGHTS[doing]
  return reads
    ? `The right ${right} is missing. Ask an administrator of this project for the role IMS Administrator, or Tenant Guest, which is enough to look.`
    : `The right ${right} is missing. Ask an administrator of this project for the role IMS Administrator, and for Tenant Administrator for OBS, which lets IMS read the file.`
}
