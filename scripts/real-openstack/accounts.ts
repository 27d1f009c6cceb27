/** Who and what stands in the test Keystone. Nothing of it is secret: it listens on this machine alone. */

export const REGION = 'eu-de'
export const DOMAIN = 'OTC00000000001000000001'
export const PASSWORD = 'Importer-secret-1'
export const ADMIN_PASSWORD = 'admin-secret'

/** Named as the cloud names its projects. `partner` receives what `console` shares. */
export const PROJECTS = { console: 'eu-de_console', lab: 'eu-de_lab', partner: 'eu-de_partner' } as const
export type ProjectName = keyof typeof PROJECTS

/** `importer` works in two projects, `partner` in one; both have the role `member`. */
export const USERS = {
  importer: { name: 'importer', projects: ['console', 'lab'] },
  partner: { name: 'partner', projects: ['partner'] },
} as const satisfies Record<string, { name: string; projects: readonly ProjectName[] }>
