import { expect, test } from 'vitest'
import { howChanged } from './typing'

test.each([
  ['', 'i', 'typed'],
  ['ims-imag', 'ims-image', 'typed'],
  ['ims-image', 'ims-imag', 'typed'],
  ['aa', 'aaa', 'typed'],
  ['aaa', 'aa', 'typed'],
  ['ims:disk', 'imx:disk', 'typed'],
  ['old-bucket', 'i', 'typed'],
  ['', '💿', 'typed'],
  ['', 'ims-image:centos70.qcow2', 'put'],
  ['ims-image:', 'ims-image:centos70.qcow2', 'put'],
  ['ims-image:a.raw', 'ims-image:b/c.raw', 'put'],
  ['ims-image:centos70.qcow2', '', 'cut'],
  ['ims-image:build-4412/', 'ims-image:', 'cut'],
])('from %j to %j it was %s', (before, after, how) => {
  expect(howChanged(before, after)).toBe(how)
})
