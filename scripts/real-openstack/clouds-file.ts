import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { REGION } from './accounts.ts'
import type { Settings } from './settings.ts'

/** Writes the console's clouds.yaml for it; where Glance is stands in the tokens' catalogue. @returns its path */
export function writeCloudsFile(settings: Settings): string {
  const file = join(settings.folder, 'clouds.yaml')
  const openstack = {
    title: `${REGION} · OpenStack`,
    region_name: REGION,
    auth: { auth_url: settings.keystone.url },
  }
  writeFileSync(file, stringify({ clouds: { openstack } }))
  return file
}
