import { expect, test } from 'vitest'
import { findBrowser } from './browser.ts'

const only =
  (...paths: string[]) =>
  (path: unknown) =>
    paths.includes(String(path))

test('CHROMIUM wins over what the system has', () => {
  const env = { CHROMIUM: '/opt/chromium', PATH: '/usr/bin' }
  expect(findBrowser(env, only('/opt/chromium', '/usr/bin/chromium'))).toBe('/opt/chromium')
})

test('a CHROMIUM that does not exist is told, not passed over', () => {
  expect(() =>
    findBrowser({ CHROMIUM: '/opt/chromium', PATH: '/usr/bin' }, only('/usr/bin/chromium')),
  ).toThrow('CHROMIUM is "/opt/chromium", but there is no such file.')
})

test.each(['chromium', 'chromium-browser', 'google-chrome'])('%s is found in PATH', (name) => {
  expect(findBrowser({ PATH: '/bin:/snap/bin' }, only(`/snap/bin/${name}`))).toBe(`/snap/bin/${name}`)
})

test('/usr/bin is looked into whatever PATH says', () => {
  expect(findBrowser({}, only('/usr/bin/chromium'))).toBe('/usr/bin/chromium')
})

test('no browser is null', () => {
  expect(findBrowser({ PATH: '/usr/bin' }, only())).toBeNull()
})
