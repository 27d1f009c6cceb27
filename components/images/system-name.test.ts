import { expect, test } from 'vitest'
import osVersions from '@/lib/cloud/os-versions.json' with { type: 'json' }
import { shortSystem } from './system-name'

test.each([
  ['Debian GNU/Linux 10.0.0 64bit', 'Debian 10.0'],
  ['Debian GNU/Linux 8.10.0 64bit', 'Debian 8.10'],
  ['Windows Server 2016 Standard 64bit', 'Windows Server 2016'],
  ['Windows Server 2012 R2 Datacenter 64bit', 'Windows Server 2012 R2'],
  ['Windows 7 Professional 32bit', 'Windows 7 32bit'],
  ['CentOS 7.7 64bit', 'CentOS 7.7'],
  ['Redhat Linux Enterprise 7.5 64bit', 'Red Hat 7.5'],
  ['Redhat 7.6 64bit', 'Red Hat 7.6'],
  ['Red Hat Linux Enterprise 9.1 64bit', 'Red Hat 9.1'],
  ['SUSE Linux Enterprise Server 15 SP1 64bit', 'SUSE 15 SP1'],
  ['Oracle Linux Server release 7.6 64bit', 'Oracle Linux 7.6'],
  ['Ubuntu 16.04.3 Server 64bit', 'Ubuntu 16.04.3'],
  ['CoreOS 1068.10.0', 'CoreOS 1068.10'],
  ['Other Linux(64 bit)', 'Other Linux'],
])('%s is %s in a list', (osVersion, short) => {
  expect(shortSystem({ osVersion, kind: 'system' })).toBe(short)
})

test('no two systems of the list IMS accepts lose their version', () => {
  for (const osVersion of JSON.stringify(osVersions).match(/(?<=")[^"]*\d+bit(?=")/g) ?? [])
    expect(shortSystem({ osVersion, kind: 'system' })).toMatch(/\d/)
})

test('a data disk is named by what it is, and an unknown system is none', () => {
  expect(shortSystem({ osVersion: 'Other Linux(64 bit)', kind: 'data' })).toBe('Data disk')
  expect(shortSystem({ osVersion: null, kind: 'system' })).toBeNull()
})
