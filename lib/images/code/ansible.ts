/**
 * With Ansible: the collection openstack.cloud where it has a module, and the calls themselves (ansible.builtin.uri)
 * where it has none. The token comes from the environment; a real one is never written.
 */
import { type Call, callsFor } from './calls.ts'
import { ansibleText } from './quoting.ts'
import { baseName, type Code, type CodeAct, type CodeSubject, flavorOf, NO_SERVER } from './subject.ts'

const TOKEN = `"{{ lookup('env', 'TOKEN') }}"`

const TITLES = {
  change: 'Change the image',
  share: 'Share the image',
  accept: 'Accept the shared image',
  export: 'Export the image',
  copy: 'Copy the image',
} as const

export function ansible(act: CodeAct, subject: CodeSubject): Code {
  const { id } = subject.image
  switch (act) {
    case 'show':
      return {
        code: task('Read the image', 'openstack.cloud.image_info', [['image', id]], ['register: image']),
        note: null,
      }
    case 'server':
      return making(subject)
    case 'delete':
      return {
        code: task('Delete the image', 'openstack.cloud.image', [
          ['name', id],
          ['state', 'absent'],
        ]),
        note: 'This cannot be undone.',
      }
    default: {
      const made = callsFor(act, subject)
      if ('why' in made) return made
      return { code: made.calls.map((call) => uri(TITLES[act], call)).join('\n\n'), note: made.note }
    }
  }
}

function making({ api, image: { id, kind, name, minDiskGb } }: CodeSubject): Code {
  if (kind === 'iso') return NO_SERVER
  const base = baseName(name)
  if (kind === 'data')
    return {
      code: task('Make a disk from the image', 'openstack.cloud.volume', [
        ['name', ansibleText(`${base}-disk`)],
        ['image', id],
        ['size', String(minDiskGb ?? 40)],
      ]),
      note: null,
    }
  return {
    code: task('Make a server from the image', 'openstack.cloud.server', [
      ['name', ansibleText(`${base}-test`)],
      ['image', id],
      ['flavor', flavorOf(api)],
      ['network', 'YOUR-NETWORK'],
      ...(minDiskGb === null
        ? []
        : ([
            ['boot_from_volume', 'true'],
            ['volume_size', String(minDiskGb)],
          ] as const)),
    ]),
    note: null,
  }
}

function uri(title: string, { method, url, contentType, json, status }: Call): string {
  return [
    `- name: ${title}`,
    '  ansible.builtin.uri:',
    `    url: ${ansibleText(url)}`,
    `    method: ${method}`,
    '    headers:',
    `      X-Auth-Token: ${TOKEN}`,
    ...(contentType === null ? [] : [`      Content-Type: ${contentType}`]),
    ...(json === null ? [] : [`    body: ${ansibleText(JSON.stringify(json))}`]),
    `    status_code: ${status}`,
  ].join('\n')
}

const task = (
  title: string,
  module: string,
  values: readonly (readonly [string, string])[],
  after: readonly string[] = [],
) =>
  [
    `- name: ${title}`,
    `  ${module}:`,
    ...values.map(([name, value]) => `    ${name}: ${value}`),
    ...after.map((line) => `  ${line}`),
  ].join('\n')
