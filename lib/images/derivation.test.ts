import { expect, test } from 'vitest'
import { copyDetails, exportDetails } from './derivation.ts'

const SIGNED =
  'https://ims-image.obs.eu-de.otc.t-systems.com/out/web.qcow2?AccessKeyId=AK&Expires=1&Signature=opens-it'

test('what is recorded of an export is its file, without the signature of the address that named it', () => {
  const onward = { regionId: 'eu-nl', bucket: 'other' }
  const details = exportDetails({ target: SIGNED, format: 'qcow2', onward })
  expect(details).toEqual({
    file: { bucket: 'ims-image', key: 'out/web.qcow2' },
    format: 'qcow2',
    onward: { regionId: 'eu-nl', file: { bucket: 'other', key: 'out/web.qcow2' } },
  })
})

test('nothing is recorded of an address that could not be read', () => {
  for (const target of [`ftp://${SIGNED}`, SIGNED.replace('otc.t-systems.com', 'example.org')])
    expect(exportDetails({ target, format: 'qcow2', onward: null })).toEqual({})
  const onward = { regionId: 'eu-nl', bucket: SIGNED }
  const details = exportDetails({ target: 'ims-image:web.qcow2', format: 'qcow2', onward })
  expect(JSON.stringify(details)).not.toContain('opens-it')
})

test('what is recorded of a copy is what was asked for', () => {
  const draft = { name: ' web-copy', description: 'of web', kmsKeyId: '' }
  expect(copyDetails(draft, 'i')).toMatchObject({ description: 'of web', kmsKeyId: null })
  expect(copyDetails({ ...draft, kmsKeyId: 'no key' }, 'i')).toEqual({})
})
