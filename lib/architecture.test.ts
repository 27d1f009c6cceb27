import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const IMPORT = /(?:from|import\()\s*'([^']+)'/g

type Source = { path: string; text: string; imports: string[] }

function sources(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|fixture)\.tsx?$/.test(path))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8')
      return { path, text, imports: [...text.matchAll(IMPORT)].map(([, name]) => target(path, name ?? '')) }
    })
}

/** Path from the project's root for the project's own files, the package's name for others. */
function target(from: string, name: string): string {
  if (name.startsWith('@/')) return name.slice(2)
  if (!name.startsWith('.')) return name
  return relative(ROOT, resolve(ROOT, dirname(from), name))
}

/** Areas of lib from the bottom up: each may use those before it. */
const LAYERS = [
  'config',
  'cloud',
  'disk-image',
  'store',
  'session',
  'audit',
  'buckets',
  'preflight',
  'jobs',
  'webhooks',
  'images',
  'import',
  'settings',
]
/** Formatting, addresses and results know nothing of areas and serve all of them. */
const area = (path: string) => LAYERS.indexOf(path.split('/')[1] ?? '')

const lib = sources('lib')
const everything = [...lib, ...sources('app'), ...sources('components'), ...sources('simulator')]

/** Server actions, as "file: function", after which nothing is different that anybody could ask about. */
const CHANGES_NOTHING: readonly string[] = [
  // A person's own, which nobody else ever sees.
  'app/(console)/settings/actions.ts: saveImportDefaults',
  'app/(console)/told-actions.ts: markImportsSeen',
  'app/(console)/told-actions.ts: markAllImportsSeen',
]

/** What breaks a rule, as "file: what". */
const offences = (files: readonly Source[], judge: (file: Source) => readonly string[]) =>
  files.flatMap((file) => judge(file).map((what) => `${file.path}: ${what}`))

describe('the structure', () => {
  test('lib imports nothing from app, components or simulator', () => {
    const above = /^(app|components|simulator)\//
    expect(offences(lib, ({ imports }) => imports.filter((name) => above.test(name)))).toEqual([])
  })

  test('within lib nothing below imports from above', () => {
    const upward = ({ path, imports }: Source) =>
      imports.filter((name) => name.startsWith('lib/') && area(path) >= 0 && area(name) > area(path))
    expect(offences(lib, upward)).toEqual([])
  })

  test('components import nothing from app but server actions', () => {
    const fromApp = ({ imports }: Source) =>
      imports.filter((name) => name.startsWith('app/') && !/actions$/.test(name))
    expect(offences(sources('components'), fromApp)).toEqual([])
  })

  test('the simulator takes only wire shapes and the contract’s data from lib', () => {
    const more = ({ imports }: Source) =>
      imports.filter((name) => name.startsWith('lib/') && !/^lib\/cloud\/(wire\/|[a-z-]+\.json$)/.test(name))
    expect(offences(sources('simulator'), more)).toEqual([])
  })

  test('wire words stop at lib/cloud, the model of an image, code for other tools and the simulator', () => {
    const wire = /\b(min_disk|image_url|os_version|__os_\w+|hw_firmware_type|virtual_env_type|is_config)\b/
    const outside = everything.filter(
      ({ path }) =>
        !/^(lib\/cloud\/|lib\/images\/(model\.ts|code\/)|simulator\/)/.test(path) &&
        !path.startsWith('lib/disk-image/'),
    )
    const words = ({ text }: Source) =>
      text
        .split('\n')
        .filter((line) => wire.test(line) && !/^\s*(\*|\/\/|\/\*)/.test(line))
        .map((line) => line.trim())
    expect(offences(outside, words)).toEqual([])
  })

  test('every style sheet that is imported is there', () => {
    const missing = ({ imports }: Source) =>
      imports.filter((name) => name.endsWith('.css') && !existsSync(join(ROOT, name)))
    expect(offences([...sources('app'), ...sources('components')], missing)).toEqual([])
  })

  test('addresses come from lib/navigation alone', () => {
    const spelled = ({ text }: Source) => text.match(/href="\/[a-z]/g) ?? []
    expect(offences(everything, spelled)).toEqual([])
  })

  test('every server action checks where it was called from', () => {
    const actions = sources('app').filter(({ text }) => text.startsWith("'use server'"))
    expect(actions.length).toBeGreaterThan(0)
    const unchecked = ({ text }: Source) =>
      text
        .split(/^export async function /m)
        .slice(1)
        .filter((body) => !/await (actionSession|refuseForeignOrigin)\(\)/.test(body.split(/^}/m)[0] ?? ''))
        .map((body) => body.split('(')[0] ?? '')
    expect(offences(actions, unchecked)).toEqual([])
  })

  test('every server action is recorded, or changes nothing', () => {
    const actions = sources('app').filter(({ text }) => text.startsWith("'use server'"))
    const unrecorded = ({ path, text }: Source) =>
      text
        .split(/^export async function /m)
        .slice(1)
        .filter((body) => !/\baudited\w*\(/.test(body.split(/^}/m)[0] ?? ''))
        .map((body) => body.split('(')[0] ?? '')
        .filter((name) => !CHANGES_NOTHING.includes(`${path}: ${name}`))
    expect(offences(actions, unrecorded)).toEqual([])
  })

  test('no folder says nothing', () => {
    const vague = everything.filter(({ path }) =>
      /\/(utils?|helpers?|common|shared|misc|hooks|types)\//.test(path),
    )
    expect(vague.map(({ path }) => path)).toEqual([])
  })
})
