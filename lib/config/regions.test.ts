import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'slipway-regions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => {
  vi.unstubAllEnvs()
  globalThis.slipwayOncePerProcess = undefined
})

async function catalogue(yaml?: string) {
  if (yaml !== undefined) {
    const file = join(folder, 'clouds.yaml')
    writeFileSync(file, yaml)
    vi.stubEnv('CLOUDS_FILE', file)
  }
  return import('./regions.ts')
}

describe('the catalogue of regions', () => {
  test('has the three built-in regions', async () => {
    const { regionChoices, findRegion } = await catalogue()
    expect(regionChoices().map(({ id }) => id)).toEqual(['eu-de', 'eu-nl', 'eu-ch2'])
    expect(findRegion('eu-ch2')?.iamUrl).toBe('https://iam-pub.eu-ch2.sc.otc.t-systems.com/v3')
    expect(findRegion('eu-ch2')?.imageApi).toBe('ims')
    expect(findRegion('https://evil.example')).toBeNull()
  })

  test('is replaced by clouds.yaml, keyed by the cloud’s name', async () => {
    const { regionChoices, findRegion } = await catalogue(
      'clouds: {one: {auth: {auth_url: "http://127.0.0.1:1/v3/"}, region_name: eu-de}, two: {auth: {auth_url: "https://iam.example"}, region_name: eu-de, title: Second, image_api: glance, image_endpoint_override: "https://ims.example/", object_store_endpoint_override: "https://obs.example/"}}',
    )
    expect(regionChoices()).toEqual([
      { id: 'one', title: 'eu-de · one' },
      { id: 'two', title: 'Second' },
    ])
    expect(findRegion('one')).toMatchObject({
      name: 'eu-de',
      iamUrl: 'http://127.0.0.1:1/v3',
      imsUrl: null,
      obsUrl: null,
      imageApi: null,
    })
    expect(findRegion('two')).toMatchObject({
      iamUrl: 'https://iam.example/v3',
      imsUrl: 'https://ims.example',
      obsUrl: 'https://obs.example',
      imageApi: 'glance',
    })
  })

  test.each([
    ['clouds: {}', /names no cloud/],
    ['clouds: {a: {auth: {}, region_name: x}}', /see clouds\.a\.auth\.auth_url/],
    ['clouds: {a: {auth: {auth_url: "file:///etc/passwd"}, region_name: x}}', /auth_url/],
    [
      'clouds: {a: {auth: {auth_url: "https://iam.example"}, region_name: x, image_api: nova}}',
      /see clouds\.a\.image_api/,
    ],
    [': : :', /see its top/],
  ])('%s is refused with a sentence', async (yaml, sentence) => {
    const { regionChoices } = await catalogue(yaml)
    expect(() => regionChoices()).toThrow(sentence)
  })

  test('a file that is not there is named', async () => {
    vi.stubEnv('CLOUDS_FILE', '/nowhere/clouds.yaml')
    const { regionChoices } = await catalogue()
    expect(() => regionChoices()).toThrow('CLOUDS_FILE /nowhere/clouds.yaml cannot be read.')
  })
})

describe('the environment', () => {
  test.each([
    ['SESSION_SECRET', 'short', 'SESSION_SECRET needs at least 32 characters.'],
    ['PUBLIC_URL', 'slipway', 'PUBLIC_URL must be an address such as https://slipway.example.com.'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of'],
  ])('%s=%s is refused with a sentence', async (name, value, sentence) => {
    vi.stubEnv(name, value)
    const { environment } = await import('./environment.ts')
    expect(() => environment()).toThrow(sentence)
  })

  test('an empty variable counts as unset', async () => {
    vi.stubEnv('SESSION_SECRET', '')
    const { environment, demoSignIn } = await import('./environment.ts')
    expect(environment().sessionSecret).toBeNull()
    expect(demoSignIn()).toBeNull()
  })
})
