import { hexId } from '../chance.ts'

/** Regions whose services a simulator can play; each has all accounts, as the cloud's IAM has. */
export const REGIONS = ['eu-de', 'eu-nl'] as const
export type Region = (typeof REGIONS)[number]

export type Domain = { id: string; name: string }
export const DOMAIN: Domain = { id: hexId('domain', 'DEMO'), name: 'DEMO' }

export type Project = { id: string; name: string; region: string; description: string }

const project = (name: string, region: string, description: string): Project => ({
  id: hexId('project', name),
  name,
  region,
  description,
})

/** `MOS` is OBS's own project and the region's root has the region's name (iam.md 3). */
export const PROJECTS: readonly Project[] = [
  project('eu-de', 'eu-de', 'Root project of the region'),
  project('eu-de_demo', 'eu-de', 'Demonstration'),
  project('eu-de_lab', 'eu-de', 'Laboratory'),
  project('eu-de_solo', 'eu-de', 'The only project of user single'),
  project('eu-nl_demo', 'eu-nl', 'A project of another region'),
  project('eu-nl_lab', 'eu-nl', 'Laboratory of the other region, of no user'),
  project('MOS', 'eu-de', 'Created by OBS'),
]

/** The region's project of that name, as it ends: `demo`, `lab`. */
export function projectIdIn(region: Region, name: 'demo' | 'lab'): string {
  const found = PROJECTS.find((each) => each.name === `${region}_${name}`)
  if (!found) throw new Error(`There is no project ${region}_${name}.`)
  return found.id
}

/** Project of another account of the region, which shares images with `…_demo`. */
export const NEIGHBOUR_PROJECT_ID = hexId('project', 'a neighbour')

/** Projects of other accounts in the region: `f000…0001` to `f000…012c`, 300 of them, to share with many. */
const OTHER_ACCOUNTS = { start: `f${'0'.repeat(27)}`, count: 300 }

/** Region of a project of any account, seen from one; nothing when there is none of that id. */
export function regionOfProject(id: string, here: Region): string | undefined {
  const own = PROJECTS.find((each) => each.id === id)
  if (own) return own.region
  if (id === NEIGHBOUR_PROJECT_ID) return here
  const number = id.startsWith(OTHER_ACCOUNTS.start) ? Number.parseInt(id.slice(28), 16) : 0
  const isOther = /^[0-9a-f]{32}$/.test(id) && number >= 1 && number <= OTHER_ACCOUNTS.count
  return isOther ? here : undefined
}

export type User = {
  id: string
  name: string
  password: string
  /** API login protection: a TOTP code is asked for (iam.md 1). */
  needsTotp: boolean
  projects: readonly string[]
  roles: readonly string[]
}

/** `op_gated_lld` decides that imports end as zvhd2 (iam.md 1). */
const ADMINISTRATOR = ['te_admin', 'ims_adm', 'op_gated_lld']
const PASSWORD = 'demo-password'

const user = (name: string, projects: string[], roles = ADMINISTRATOR, needsTotp = false): User => ({
  id: hexId('user', name),
  name,
  password: PASSWORD,
  needsTotp,
  projects,
  roles,
})

const DEMO_PROJECTS = ['eu-de', 'eu-de_demo', 'eu-de_lab', 'eu-nl_demo', 'MOS']

export const USERS: readonly User[] = [
  user('demo', DEMO_PROJECTS),
  user('mfa', DEMO_PROJECTS, ADMINISTRATOR, true),
  user('single', ['eu-de_solo', 'MOS', 'eu-nl_demo']),
  user('nobody', [], []),
  user('reader', ['eu-de_demo'], ['readonly', 'op_gated_lld']),
]

/** TOTP secret of user mfa (base32), the same at every start so that an authenticator app can keep it. */
export const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

export function projectById(id: string): Project | undefined {
  return PROJECTS.find((each) => each.id === id)
}

export function userByName(name: string): User | undefined {
  return USERS.find((each) => each.name === name)
}

/** Whether the user may make and change images (ims.md 14, rights): Tenant Administrator or IMS Administrator. */
export function mayManageImages(who: User): boolean {
  return who.roles.includes('te_admin') || who.roles.includes('ims_adm')
}
