import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { codeFor } from './code.ts'
import { SUBJECT_ID, subject } from './subject.fixture.ts'
import type { CodeLanguage, CodeSubject } from './subject.ts'

const IMAGE = `https://ims.eu-de.otc.t-systems.com/v2/images/${SUBJECT_ID}`
const TRAPS = `it's "$HOME" \\ \${x} %{y} {{ z }} \`id\` $(id)\nnext`
const TAG = `it's $(id) "\${x}"/\n?`

/** Everything that the edit form of plain Glance holds, each with what shells, HCL and YAML take for more than text. */
const whole: Partial<CodeSubject> = {
  api: 'glance',
  present: { description: 'PostgreSQL base', max_ram: '4096', hw_firmware_type: 'uefi', hw_disk_bus: 'scsi' },
  change: {
    name: TRAPS,
    description: TRAPS,
    minRamMb: 2048,
    maxRamMb: null,
    bootMode: 'bios',
    isProtected: true,
  },
  tagChange: {
    set: [
      { key: `team=${TAG}`, value: '' },
      { key: 'gold', value: '' },
    ],
    remove: ['build=4412', 'team=platform'],
  },
}

const PATCH = JSON.stringify([
  { op: 'replace', path: '/name', value: TRAPS },
  { op: 'add', path: '/description', value: TRAPS },
  { op: 'replace', path: '/min_ram', value: 2048 },
  { op: 'remove', path: '/max_ram' },
  { op: 'add', path: '/hw_firmware_type', value: 'bios' },
  { op: 'replace', path: '/protected', value: true },
])
const PATCH_TYPE = 'application/openstack-images-v2.1-json-patch'
const TAG_IN_PATH = `team%3Dit's%20%24(id)%20%22%24%7Bx%7D%22%2F%0A%3F`

const written = (language: CodeLanguage, more: Partial<CodeSubject> = whole): string => {
  const made = codeFor(language, 'change', subject(more))
  if ('why' in made) throw new Error(made.why)
  return made.code
}

/** The words of each call of a program, as a shell hands them over. */
function wordsFor(program: string, code: string): string[][] {
  const script = `TOKEN=t; ${program}() { printf '%s\\0' "$#" "$@"; }\n${code}\n`
  const words = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
  const calls: string[][] = []
  while (words.length > 0) calls.push(words.splice(0, Number(words[0]) + 1).slice(1))
  return calls
}

test('curl makes every change on plain Glance, by calls that it has', () => {
  const token = ['-H', 'X-Auth-Token: t']
  expect(wordsFor('curl', written('curl'))).toEqual([
    ['-sS', '-X', 'PATCH', ...token, '-H', `Content-Type: ${PATCH_TYPE}`, '-d', PATCH, IMAGE],
    ['-sS', '-X', 'DELETE', ...token, `${IMAGE}/tags/build%3D4412`],
    ['-sS', '-X', 'DELETE', ...token, `${IMAGE}/tags/team%3Dplatform`],
    ['-sS', '-X', 'PUT', ...token, `${IMAGE}/tags/${TAG_IN_PATH}`],
    ['-sS', '-X', 'PUT', ...token, `${IMAGE}/tags/gold`],
  ])
})

test('Ansible makes the same calls', () => {
  const unsafe = { tag: '!unsafe', resolve: (text: string) => text }
  const tasks: Record<string, unknown>[] = parse(written('ansible'), { customTags: [unsafe] })
  const token = { 'X-Auth-Token': "{{ lookup('env', 'TOKEN') }}" }
  const tag = (method: string, path: string) => ({
    url: `${IMAGE}/tags/${path}`,
    method,
    headers: token,
    status_code: 204,
  })
  expect(tasks.map((task) => task['ansible.builtin.uri'])).toEqual([
    {
      url: IMAGE,
      method: 'PATCH',
      headers: { ...token, 'Content-Type': PATCH_TYPE },
      body: PATCH,
      status_code: 200,
    },
    tag('DELETE', 'build%3D4412'),
    tag('DELETE', 'team%3Dplatform'),
    tag('PUT', TAG_IN_PATH),
    tag('PUT', 'gold'),
  ])
})

test('the client of OpenStack makes every change on plain Glance', () => {
  expect(wordsFor('openstack', written('openstack'))).toEqual([
    [
      ...['image', 'set', '--name', TRAPS, '--property', `description=${TRAPS}`],
      ...['--min-ram', '2048', '--property', 'hw_firmware_type=bios', '--protected'],
      ...['--tag', `team=${TAG}`, '--tag', 'gold', SUBJECT_ID],
    ],
    [
      ...['image', 'unset', '--tag', 'build=4412', '--tag', 'team=platform'],
      ...['--property', 'max_ram', SUBJECT_ID],
    ],
  ])
})

test.each(['ims', 'glance'] as const)('Terraform evaluates nothing of it, with %s', (api) => {
  const code = written('terraform', { ...whole, api })
  const texts = [...code.matchAll(/"(?:[^"\\\n]|\\.)*"/g)].map(([text]) => text)
  expect(code.replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '')).not.toMatch(/["'$%`]/)
  const read = texts.map((text) => JSON.parse(text.replaceAll('$${', '${').replaceAll('%%{', '%{')))
  expect(read).toEqual(expect.arrayContaining([TRAPS, ...(api === 'ims' ? [TAG, 'team', 'gold'] : [])]))
  if (api === 'glance') {
    expect(read.filter((text) => text === TRAPS)).toHaveLength(2)
    expect(read).toEqual(expect.arrayContaining(['bios', 'hw_disk_bus', `team=${TAG}`, 'gold']))
    expect(read).not.toContain('max_ram')
  }
  for (const text of texts) expect(text).not.toMatch(/(^|[^$])(\$\$)*\$\{|(^|[^%])(%%)*%\{/)
})
