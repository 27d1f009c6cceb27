/** What Keystone and Glance are told: nothing of the system's own configuration is read or changed. */
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../failure.ts'
import { ADMIN_PASSWORD } from './accounts.ts'
import type { Settings } from './settings.ts'

/** Where glance-common puts the pipeline of its web server; the release decides. */
const PASTE_INI = ['/usr/share/glance-common/glance-api-paste.ini', '/etc/glance/glance-api-paste.ini']

export const keystoneFolder = ({ folder }: Settings) => join(folder, 'keystone')
export const glanceFolder = ({ folder }: Settings) => join(folder, 'glance')
export const logFile = ({ folder }: Settings, name: string) => join(folder, 'log', `${name}.log`)
export const keystoneConfiguration = (settings: Settings) => join(keystoneFolder(settings), 'keystone.conf')
export const glanceConfiguration = (settings: Settings) => join(glanceFolder(settings), 'glance-api.conf')
export const glanceDatabase = (settings: Settings) => join(glanceFolder(settings), 'glance.db')
export const keystoneDatabase = (settings: Settings) => join(keystoneFolder(settings), 'keystone.db')

export function writeConfiguration(settings: Settings): void {
  const folders = { [keystoneFolder(settings)]: ['fernet', 'credential'], [glanceFolder(settings)]: STORES }
  for (const [folder, names] of Object.entries(folders))
    for (const name of names) mkdirSync(join(folder, name), { recursive: true, mode: 0o700 })
  mkdirSync(join(settings.folder, 'log'), { recursive: true })
  const write = (file: string, text: string) => writeFileSync(file, text, { mode: 0o600 })
  write(keystoneConfiguration(settings), keystoneText(settings))
  write(glanceConfiguration(settings), glanceText(settings))
  const pipeline = PASTE_INI.find((file) => existsSync(file))
  if (!pipeline)
    throw new Failure(`None of ${PASTE_INI.join(', ')} is there: glance-common is not installed.`)
  cpSync(pipeline, pasteIni(settings))
}

const STORES = ['images', 'staging', 'tasks', 'lock']
const pasteIni = (settings: Settings) => join(glanceFolder(settings), 'glance-api-paste.ini')

function keystoneText(settings: Settings): string {
  const folder = keystoneFolder(settings)
  return `[DEFAULT]
log_file = ${logFile(settings, 'keystone')}
use_stderr = false
[database]
connection = sqlite:///${keystoneDatabase(settings)}
[fernet_tokens]
key_repository = ${folder}/fernet
[fernet_receipts]
key_repository = ${folder}/fernet
[credential]
key_repository = ${folder}/credential
[token]
provider = fernet
expiration = ${settings.tokenSeconds}
[identity]
# The cheapest: tests sign in often, and this Keystone guards nothing.
password_hash_rounds = 4
[oslo_policy]
enforce_scope = false
`
}

function glanceText(settings: Settings): string {
  const folder = glanceFolder(settings)
  return `[DEFAULT]
log_file = ${logFile(settings, 'glance')}
use_stderr = false
api_limit_max = ${settings.pageMax}
limit_param_default = 25
show_image_direct_url = false
enabled_backends = local:file
enabled_import_methods = [glance-direct,web-download]
[database]
connection = sqlite:///${glanceDatabase(settings)}
[glance_store]
default_backend = local
[local]
filesystem_store_datadir = ${folder}/images
[os_glance_staging_store]
filesystem_store_datadir = ${folder}/staging
[os_glance_tasks_store]
filesystem_store_datadir = ${folder}/tasks
[oslo_concurrency]
lock_path = ${folder}/lock
[keystone_authtoken]
www_authenticate_uri = ${settings.keystone.url}
auth_url = ${settings.keystone.url}
auth_type = password
project_name = service
project_domain_name = Default
user_domain_name = Default
username = glance
password = ${ADMIN_PASSWORD}
# A token that was revoked is refused at once, not after the usual 300 s.
token_cache_time = -1
[paste_deploy]
flavor = keystone
config_file = ${pasteIni(settings)}
`
}
