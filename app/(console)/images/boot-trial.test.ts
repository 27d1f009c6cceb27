/** "It boots" and its opposite, called as Next calls them. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { sayWhetherItBoots } from '@/app/(console)/images/actions'
import { readBootTrial } from '@/lib/images/boot-trial'
import { writeSessionCookie } from '@/lib/session/cookie'
import { type Scene, setScene } from '@/lib/session/scene.fixture'
import { signInWithPassword } from '@/lib/session/sign-in'
import { migrate } from '@/lib/store/migrate'
import { store } from '@/lib/store/store'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}))

let scene: Scene
let projectId: string
beforeAll(async () => {
  scene = await setScene()
  await migrate(store())
})
beforeEach(async () => {
  await scene.reset()
  const account = { domain: 'DEMO', userName: 'demo', password: 'demo-password', region: 'sim' }
  const signedIn = await signInWithPassword(store(), { ...account, project: 'eu-de_demo' }, 'here')
  if (!signedIn.ok) throw new Error(signedIn.error.error.title)
  await writeSessionCookie(signedIn.value.sessionId)
  projectId = scene.session().project.id
})
afterAll(() => scene.stop())

test('what is kept is of the boot mode that the page showed, whatever the image has by then', async () => {
  const imageId = await scene.putImage({ hw_firmware_type: 'uefi' })
  const said = await sayWhetherItBoots({ projectId, imageId, boots: true, bootMode: 'bios' })
  expect(said).toMatchObject({ ok: true, value: { boots: true, bootMode: 'bios', by: 'demo' } })
  expect(await readBootTrial(store(), projectId, imageId)).toMatchObject({ bootMode: 'bios' })

  expect(await sayWhetherItBoots({ projectId, imageId, boots: null, bootMode: 'uefi' })).toEqual({
    ok: true,
    value: null,
  })
  expect(await readBootTrial(store(), projectId, imageId)).toBeNull()
})

test.each([
  ['none', {}],
  ['one that there is not', { bootMode: 'coreboot' }],
])('a boot mode has to be named: %s is refused', async (_, more) => {
  const imageId = await scene.putImage({})
  expect(await sayWhetherItBoots({ projectId, imageId, boots: true, ...more })).toMatchObject({
    ok: false,
    error: { reason: 'fields', fields: { bootMode: expect.any(String) } },
  })
  expect(await readBootTrial(store(), projectId, imageId)).toBeNull()
})
