import { describe, expect, test } from 'vitest'
import { toImageView } from '@/lib/images/model'
import { prefillOf, prefillQuery } from '@/lib/images/prefill'
import { type Prefill, readPrefill } from '@/lib/images/read-prefill'
import { fillingOf } from '@/lib/import/found-in-file'
import { importRequest } from '@/lib/import/schema'
import { NO_DEFAULTS } from '@/lib/settings/import-defaults'
import { startFromAddress } from './form-start'
import { leftOut } from './left-out'
import { leftOutWords } from './left-out-words'

const KEY = '11111111-1111-4111-8111-111111111111'
const PROJECT = '7091952d-6b0c-4f4c-a1d2-0c5d1f3e9be3'
const DEBIAN = 'Debian GNU/Linux 10.0.0 64bit'
const ELSEWHERE = 'eu-de · Germany, eu-de_platform'

/** What IMS says of an image, as the address of the form carries it. */
function carried(properties: object, from?: string): Prefill {
  const wire = { id: PROJECT, name: 'web-base', status: 'active', owner: 'p', min_disk: 40, ...properties }
  const image = toImageView(wire, { projectId: 'p', readAt: 1, job: null })
  const query = prefillQuery(prefillOf(image, 'ims-image:in/web-base.qcow2', from))
  return readPrefill(Object.fromEntries(new URLSearchParams(query)))
}
const startOf = (...asked: Parameters<typeof carried>) => startFromAddress(carried(...asked), NO_DEFAULTS)

describe('the form begins with what the image is', () => {
  test.each([
    ['FusionCompute', 'cloud-server'],
    ['Ironic', 'bare-metal-server'],
    ['IsoImage', 'iso-installer'],
  ])('an image that is %s is made for a %s, whatever its file looks like', (type, madeFor) => {
    const { draft, set } = startOf({ virtual_env_type: type, __os_version: DEBIAN })
    expect({ ...draft, ...fillingOf({}, (name) => set.includes(name)) }).toMatchObject({ madeFor })
    expect(importRequest.parse(draft)).toMatchObject({ madeFor, osVersion: DEBIAN })
  })

  test('a data disk of Windows is one', () => {
    const { draft } = startOf({
      virtual_env_type: 'DataImage',
      __os_type: 'Windows',
      __os_version: 'Windows',
    })
    expect(importRequest.parse(draft)).toMatchObject({ kind: 'data', osType: 'Windows' })
  })

  test('an encrypted image is so again, in its enterprise project; the default one is not named', () => {
    const own = { __system__cmkid: KEY, enterprise_project_id: PROJECT }
    expect(startOf(own).draft).toMatchObject({ kmsKeyId: KEY, enterpriseProjectId: PROJECT })
    expect(importRequest.parse(startOf(own).draft)).toMatchObject({ kmsKeyId: KEY })
    expect(leftOut(carried(own))).toEqual({})
    expect(startOf({ enterprise_project_id: '0' }).draft.enterpriseProjectId).toBe('')
    expect(startOf({ ...own, owner: 'other' }).draft.enterpriseProjectId).toBe('')
  })
})

describe('what cannot be the same is left out, and said', () => {
  const wordsOf = (prefill: Prefill) => leftOutWords(leftOut(prefill), prefill.from !== undefined)

  test('a key and an enterprise project of another region', () => {
    const prefill = carried({ __system__cmkid: KEY, enterprise_project_id: PROJECT }, ELSEWHERE)
    expect(startFromAddress(prefill, NO_DEFAULTS).draft).toMatchObject({
      kmsKeyId: '',
      enterpriseProjectId: '',
    })
    expect(wordsOf(prefill)).toEqual([
      expect.stringContaining('It is encrypted there'),
      expect.stringContaining('enterprise project is not filled in: another region'),
    ])
  })

  test('a name of a system that is not on the list, which the file may then fill in', () => {
    const prefill = carried({ __os_version: 'Red Hat Linux Enterprise 9.1 64bit' })
    const { draft, set } = startFromAddress(prefill, NO_DEFAULTS)
    expect(draft.osVersion).toBe('')
    expect(set).not.toContain('osVersion')
    expect(wordsOf(prefill)).toEqual([expect.stringContaining('Red Hat Linux Enterprise 9.1 64bit')])
    expect(startOf({ __os_version: DEBIAN }).set).toContain('osVersion')
  })

  test('an OS type that no data disk is imported for', () => {
    const prefill = carried({ virtual_env_type: 'DataImage', __os_type: 'Other', __os_version: 'Other' })
    expect(startFromAddress(prefill, NO_DEFAULTS).draft.osType).toBe('Linux')
    expect(wordsOf(prefill)).toEqual([expect.stringContaining('OS type is Other.')])
  })

  test('an id that the form would refuse', () => {
    const prefill = carried({ __system__cmkid: 'ims/default', enterprise_project_id: 'x' })
    expect(importRequest.safeParse(startFromAddress(prefill, NO_DEFAULTS).draft).success).toBe(true)
    expect(wordsOf(prefill)).toEqual([
      expect.stringContaining('ims/default'),
      expect.stringContaining('enterprise project'),
    ])
  })

  test('nothing of an image that has nothing of the kind', () => {
    expect(wordsOf(carried({ __os_version: DEBIAN, __os_type: 'Linux' }, ELSEWHERE))).toEqual([])
    expect(wordsOf({ file: 'ims-image:a.qcow2' })).toEqual([])
  })
})
