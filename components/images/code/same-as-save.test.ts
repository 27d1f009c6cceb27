import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { actOn } from '@/lib/images/act'
import { changeImage } from '@/lib/images/change'
import { codeFor } from '@/lib/images/code/code'
import { draftOf, type Editable, editableOf } from '@/lib/images/edit'
import { readImage } from '@/lib/images/read'
import type { ImageView } from '@/lib/images/view'
import { type Scene, setScene } from '@/lib/session/scene.fixture'
import { changeInCode, codeSubject } from './code-subject'

// No test waits for time; this is for machines that build at the same time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
beforeEach(() => scene.reset())
afterAll(() => scene.stop())

const BEFORE = {
  name: 'web-base-12',
  tags: ['team=web', 'stage=test', 'gold'],
  min_ram: 1024,
  max_ram: '4096',
  __description: 'Golden image',
  hw_firmware_type: 'bios',
}
const TRAPS = `it's "$HOME" \\ \${x} %{y} {{ z }} \`id\``
const WANTED = {
  name: 'web-base-13',
  description: TRAPS,
  tags: ['gold', 'new', `team=it's "$HOME" {{ z }}`],
  minRamMb: 2048,
  maxRamMb: 8192,
  bootMode: 'uefi',
} as const
const LESS = { ...WANTED, description: '', tags: [], minRamMb: null, maxRamMb: null }

type Sent = { method: string; url: string; headers: Record<string, string>; body?: string }

/** What `sh` hands to curl. */
function sentByCurl(code: string): Sent[] {
  const script = `curl() { printf '%s\\0' "$#" "$@"; }\n${code}\n`
  const words = execFileSync('/bin/sh', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, TOKEN: token() },
  })
    .split('\0')
    .slice(0, -1)
  const sent: Sent[] = []
  while (words.length > 0) {
    const [, ...args] = words.splice(0, Number(words[0]) + 1)
    const after = (name: string) => args.flatMap((arg, at) => (arg === name ? [args[at + 1] ?? ''] : []))
    const [method = 'GET'] = after('-X')
    const [body] = after('-d')
    sent.push({
      method,
      url: args.at(-1) ?? '',
      headers: Object.fromEntries(after('-H').map((header) => header.split(': ', 2))),
      ...(body === undefined ? {} : { body }),
    })
  }
  return sent
}

function sentByAnsible(code: string): Sent[] {
  const unsafe = { tag: '!unsafe', resolve: (text: string) => text }
  const tasks: { 'ansible.builtin.uri': Sent }[] = parse(code, { customTags: [unsafe] })
  return tasks.map(({ 'ansible.builtin.uri': { method, url, headers, body } }) => ({
    method,
    url,
    headers: { ...headers, 'X-Auth-Token': token() },
    ...(body === undefined ? {} : { body }),
  }))
}

const token = () => scene.session().ims.token

async function look(id: string): Promise<ImageView> {
  const image = await readImage(scene.db(), scene.session(), id)
  if (!image.ok) throw new Error(image.error.error.title)
  return image.value
}

async function saved(wanted: Partial<Editable>): Promise<Editable> {
  const imageId = await scene.putImage(BEFORE)
  const seen = editableOf(await look(imageId))
  const draft = draftOf({ ...seen, ...wanted })
  await actOn(scene.db(), scene.session(), { doing: 'change-image', imageId }, (image) =>
    changeImage(scene.db(), scene.session(), image, { seen, draft }),
  )
  return editableOf(await look(imageId))
}

const SENT_BY = { curl: sentByCurl, ansible: sentByAnsible } as const

test.each([
  { language: 'curl', how: 'all changed', change: WANTED },
  { language: 'curl', how: 'much taken away', change: LESS },
  { language: 'ansible', how: 'all changed', change: WANTED },
  { language: 'ansible', how: 'much taken away', change: LESS },
] as const)(
  '$language makes of an image of IMS what Save makes of it: $how',
  async ({ language, change }) => {
    const id = await scene.putImage(BEFORE)
    const image = await look(id)
    const seen = editableOf(image)
    const wanted = { ...seen, ...change, tags: [...change.tags] }
    const { imsUrl } = scene.session().ims
    const subject = codeSubject(image, { api: 'ims', url: imsUrl }, scene.session().project.id, {
      ...changeInCode(seen, wanted, 'ims'),
      memberId: null,
    })
    const made = codeFor(language, 'change', subject)
    if ('why' in made) throw new Error(made.why)
    for (const { url, ...request } of SENT_BY[language](made.code))
      expect((await fetch(url, request)).ok).toBe(true)
    const after = editableOf(await look(id))
    expect(after).toEqual(await saved(wanted))
    expect(after).toEqual(wanted)
  },
)
