import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { settingsFrom } from './settings.ts'

const root = mkdtempSync(join(tmpdir(), 'slipway-openstack-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('a folder keeps its ports: they stand in Keystone’s catalogue', async () => {
  const REAL_STATE = join(root, 'kept')
  const first = await settingsFrom({ REAL_STATE })
  expect(first.keystone.port).not.toBe(first.glance.port)
  expect(await settingsFrom({ REAL_STATE, REAL_KEYSTONE_PORT: '5000' })).toEqual(first)
})

test('ports may be named, and are checked', async () => {
  const named = { REAL_STATE: join(root, 'named'), REAL_KEYSTONE_PORT: '15000', REAL_GLANCE_PORT: '19292' }
  expect(await settingsFrom(named)).toMatchObject({
    keystone: { url: 'http://127.0.0.1:15000/v3' },
    glance: { url: 'http://127.0.0.1:19292' },
  })
  const wrong = { REAL_STATE: join(root, 'wrong'), REAL_GLANCE_PORT: 'glance' }
  await expect(settingsFrom(wrong)).rejects.toThrow('REAL_GLANCE_PORT is "glance".')
})

test('a page of no images is refused with a sentence', async () => {
  const env = { REAL_STATE: join(root, 'page'), REAL_PAGE_MAX: '0' }
  await expect(settingsFrom(env)).rejects.toThrow('REAL_PAGE_MAX is "0".')
})
