import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { codeFor } from './code.ts'
import { SUBJECT_ID as ID, subject } from './subject.fixture.ts'
import { CODE_ACTS, CODE_LANGUAGES, type CodeSubject } from './subject.ts'

const code = (...asked: Parameters<typeof codeFor>): string => {
  const made = codeFor(...asked)
  if ('why' in made) throw new Error(made.why)
  return made.code
}

describe.each(CODE_LANGUAGES)('%s', (language) => {
  test.each(CODE_ACTS)('%s has code with this image’s id or name, or says why there is none', (act) => {
    for (const api of ['ims', 'glance'] as const)
      for (const kind of ['system', 'data', 'iso'] as const) {
        const made = codeFor(language, act, subject({ api }, { kind }))
        if ('why' in made) expect(made.why).toMatch(/\.$/)
        else expect(made.code).toMatch(/7091952d-6b0c-4e8f-a7c4-1f0a2f4d9be3|debian.10.postgres/)
      }
  })

  test('a name full of traps never leaves its quotes', () => {
    const trap = `a'; rm -rf / #\${file("/etc/passwd")}{{ lookup('env','HOME') }}`
    for (const act of CODE_ACTS) {
      const made = codeFor(language, act, subject({ change: { name: trap } }, { name: trap }))
      if ('why' in made) continue
      if (language === 'terraform') expect(made.code).not.toMatch(/[^$]\$\{/)
      if (language === 'ansible')
        expect(made.code.replaceAll(/!unsafe ".*"/g, '')).not.toMatch(/\{\{ lookup\('env','HOME/)
      if (language === 'curl' || language === 'openstack') expect(made.code).not.toMatch(/a'; rm/)
    }
  })

  test('no token is ever written', () => {
    for (const act of CODE_ACTS) {
      const made = codeFor(language, act, subject())
      if ('why' in made) continue
      for (const [, token] of made.code.matchAll(/X-Auth-Token: (.*)/g))
        expect(token).toMatch(/^(\$TOKEN"|"\{\{ lookup\('env', 'TOKEN'\) \}\}")/)
    }
  })
})

describe('a change', () => {
  test('is the call that the console makes', () => {
    expect(code('curl', 'change', subject({ change: { name: 'web-13', bootMode: 'bios' } }))).toBe(
      [
        'curl -sS -X PATCH \\',
        '  -H "X-Auth-Token: $TOKEN" \\',
        "  -H 'Content-Type: application/json' \\",
        `  -d '[{"op":"replace","path":"/name","value":"web-13"},{"op":"add","path":"/hw_firmware_type","value":"bios"}]' \\`,
        `  https://ims.eu-de.otc.t-systems.com/v2/cloudimages/${ID}`,
      ].join('\n'),
    )
  })

  test('changes tags by their own call, removals first', () => {
    const tagChange = { set: [{ key: 'team', value: 'web' }], remove: ['build'] }
    const [first, second] = code('curl', 'change', subject({ change: {}, tagChange })).split('\n\n')
    expect(first).toContain('"action":"delete","tags":[{"key":"build"}]')
    expect(second).toContain('"action":"create","tags":[{"key":"team","value":"web"}]')
  })

  test.each(['curl', 'ansible'] as const)(
    'changes tags of plain Glance one by one, with %s, since it has no call for several',
    (language) => {
      const tagChange = {
        set: [{ key: 'team=db & "web"', value: '' }],
        remove: ['build=4412', 'team=platform'],
      }
      const made = code(language, 'change', subject({ api: 'glance', change: {}, tagChange }))
      const address = `/v2/images/${ID}/tags/`
      const [build, old, team, ...more] = made.split('\n\n')
      expect(more).toEqual([])
      expect(made).not.toContain('tags/action')
      for (const [call, method, tag] of [
        [build, 'DELETE', 'build%3D4412'],
        [old, 'DELETE', 'team%3Dplatform'],
        [team, 'PUT', 'team%3Ddb%20%26%20%22web%22'],
      ] as const) {
        expect(call).toMatch(new RegExp(`${address}${tag}"?(\\n|$)`))
        expect(call).toContain(language === 'curl' ? `curl -sS -X ${method}` : `method: ${method}`)
        if (language === 'ansible') expect(call).toContain('status_code: 204')
      }
    },
  )

  test('is one command of the client where the service is plain Glance', () => {
    const change = { name: 'web 13', minRamMb: 2048, isProtected: true }
    const tagChange = { set: [{ key: 'team=web', value: '' }], remove: ['build=4412', 'team=platform'] }
    expect(code('openstack', 'change', subject({ api: 'glance', change, tagChange }))).toBe(
      [
        'openstack image set \\',
        "  --name 'web 13' \\",
        '  --min-ram 2048 \\',
        '  --protected \\',
        '  --tag team=web \\',
        `  ${ID}`,
        '',
        'openstack image unset \\',
        '  --tag build=4412 \\',
        '  --tag team=platform \\',
        `  ${ID}`,
      ].join('\n'),
    )
  })

  test('takes away what plain Glance is no longer to have, and nothing that it never had', () => {
    const change = { description: '', maxRamMb: null }
    const written = (present: CodeSubject['present']) =>
      code('openstack', 'change', subject({ api: 'glance', change: { name: 'x', ...change }, present }))
    expect(written({ description: 'base', max_ram: '4096' })).toBe(
      [
        'openstack image set \\',
        '  --name x \\',
        `  ${ID}`,
        '',
        'openstack image unset \\',
        '  --property description \\',
        '  --property max_ram \\',
        `  ${ID}`,
      ].join('\n'),
    )
    expect(written({})).not.toContain('unset')
  })

  test('leaves out what IMS has no call for, and says so', () => {
    const refused = 'IMS has no call that changes the protection.'
    const both = codeFor('curl', 'change', subject({ change: { name: 'x', isProtected: true } }))
    expect(both).toEqual({ code: expect.not.stringContaining('protected'), note: refused })
    expect(codeFor('ansible', 'change', subject({ change: { isProtected: true } }))).toEqual({ why: refused })
  })

  test.each(['curl', 'openstack', 'ansible'] as const)(
    'that is none is no empty code with %s',
    (language) => {
      const none = subject({ api: 'glance', change: { maxRamMb: null }, present: {} })
      expect(codeFor(language, 'change', none)).toEqual({ why: 'Nothing is to be changed.' })
    },
  )

  test.each(['curl', 'ansible'] as const)(
    'that is none is no empty code with %s for IMS either',
    (language) => {
      const none = subject({ change: { maxRamMb: null }, present: {} })
      expect(codeFor(language, 'change', none)).toEqual({ why: 'Nothing is to be changed.' })
    },
  )

  test('tells what the client leaves undone with IMS', () => {
    const made = codeFor('openstack', 'change', subject({ change: { name: 'x', bootMode: 'bios' } }))
    expect(made).toMatchObject({ note: expect.stringContaining('Take curl for the rest') })
    expect(codeFor('openstack', 'change', subject({ change: { bootMode: 'bios' } }))).toHaveProperty('why')
  })

  test('protects the image from Terraform’s way of replacing', () => {
    const written = code('terraform', 'change', subject())
    expect(written).toContain('prevent_destroy = true')
    expect(written).toContain('"team"  = "platform"')
    expect(written).toContain('hw_firmware_type = "uefi"')
  })
})

describe('a share', () => {
  const shared = (language: (typeof CODE_LANGUAGES)[number], api: 'ims' | 'glance', visibility: string) =>
    code(language, 'share', subject({ api }, { visibility }))

  test.each(['curl', 'ansible'] as const)(
    'of a private image makes it shared first on Glance, with %s',
    (language) => {
      const [first, second, ...more] = shared(language, 'glance', 'private').split('\n\n')
      expect(more).toEqual([])
      expect(first).toContain('openstack-images-v2.1-json-patch')
      expect(first?.replaceAll('\\', '')).toContain(
        '[{"op":"replace","path":"/visibility","value":"shared"}]',
      )
      expect(second).toContain(`/v2/images/${ID}/members`)
    },
  )

  test('of a private image makes it shared first on Glance, with the client', () => {
    const [first, second] = shared('openstack', 'glance', 'private').split('\n\n')
    expect(first).toBe(`openstack image set --shared ${ID}`)
    expect(second).toContain(`openstack image add project ${ID}`)
  })

  test('of a private image says of Terraform what has to come first on Glance', () => {
    const note = (api: 'ims' | 'glance', visibility: string) =>
      codeFor('terraform', 'share', subject({ api }, { visibility }))
    const first = { note: expect.stringContaining(`openstack image set --shared ${ID}`) }
    expect(note('glance', 'private')).toMatchObject(first)
    expect(note('glance', 'shared')).not.toMatchObject(first)
    expect(note('ims', 'private')).not.toMatchObject(first)
  })

  test.each([
    ['glance', 'shared'],
    ['ims', 'private'],
  ] as const)('is one call where the image may have members, on %s', (api, visibility) => {
    for (const language of ['curl', 'openstack', 'ansible'] as const) {
      expect(shared(language, api, visibility).split('\n\n')).toHaveLength(1)
      expect(shared(language, api, visibility)).not.toMatch(/visibility|--shared/)
    }
  })
})

test('large images are exported by quick export alone', () => {
  expect(code('curl', 'export', subject())).toContain('"file_format":"qcow2"')
  const large = code('curl', 'export', subject({}, { sizeBytes: 200 * 2 ** 30 }))
  expect(large).toContain('"is_quick_export":true')
  expect(large).not.toContain('file_format')
})

test('what Ansible gets is YAML', () => {
  for (const act of CODE_ACTS) {
    const made = codeFor('ansible', act, subject())
    if ('why' in made) continue
    const [first] = parse(made.code)
    expect(Object.keys(first)[0]).toBe('name')
  }
})
