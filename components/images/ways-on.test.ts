import { expect, test } from 'vitest'
import { toImageView } from '@/lib/images/model'
import type { ImageView } from '@/lib/images/view'
import { waysOn } from './ways-on'

type Job = NonNullable<ImageView['job']>

const JOB: Job = {
  id: '5e1f0c7a-9b3d-4e6f-8a1b-2c3d4e5f6071',
  startedBy: 'demo',
  addedBy: null,
  submittedAt: 1,
  sentAt: 1,
  endedAt: 2,
  file: 'ims-image:in/web-base.qcow2',
  copyOf: null,
}
const ADDED = { ...JOB, startedBy: null, addedBy: 'demo', file: null }
const SOURCE = { id: '7d0f4b52-6a0e-4f0b-9a43-0a3a5b1d8c11', name: 'web-base' }

const broken = (job: Job | null, properties: object = {}) =>
  toImageView(
    { id: '0c5a6d1e-2f0f-4d7c-8e5d-2b9d3c4f5a60', status: 'killed', ...properties },
    { projectId: 'p', readAt: 1, job },
  )
const first = (image: ImageView) => waysOn(image, 'ims')[0]

test('an import of Slipway’s own is filled in from its request', () => {
  expect(waysOn(broken(JOB), 'ims')).toEqual([
    { label: 'Fix and import again', href: `/import?again=${JOB.id}` },
    { label: 'Open the job', href: `/jobs/${JOB.id}` },
  ])
})

test('of a job that was added by its id the image says the file, where anything does', () => {
  const known = broken(ADDED, { __data_origin: 'file,ims-image:in/web-base.qcow2' })
  expect(first(known)?.label).toBe('Import again')
  expect(first(known)?.href).toMatch(/^\/import\?file=ims-image%3Ain%2Fweb-base\.qcow2&/)
  expect(first(broken(ADDED))).toEqual({ label: 'Import image', href: '/import' })
})

test('a copy leads to the image it was to be a copy of', () => {
  expect(first(broken({ ...JOB, file: null, copyOf: SOURCE }))).toEqual({
    label: 'Open the image it copies',
    href: `/images/${SOURCE.id}`,
  })
})

test('without a job the file is imported again; plain Glance imports none', () => {
  const image = broken(null, { __data_origin: 'file,ims-image:in/web-base.qcow2' })
  expect(waysOn(image, 'ims')).toHaveLength(1)
  expect(first(image)?.label).toBe('Import again')
  expect(waysOn(image, 'glance')).toEqual([])
})
