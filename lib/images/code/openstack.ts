/** With OpenStack's own client, `openstack`, and the clouds.yaml or OS_… variables it reads. */
import { descriptionMember } from '../../cloud/images/patch.ts'
import { tagKey, wireTag } from '../edit.ts'
import { command, option } from './quoting.ts'
import { serverCommand } from './server-command.ts'
import { type Code, type CodeAct, type CodeSubject, NO_SERVER, OTHER_PROJECT } from './subject.ts'

const NATIVE_ONLY =
  'This client uses the native call, by which IMS changes the name and the description only. Take curl for the rest.'

export function openstack(act: CodeAct, subject: CodeSubject): Code {
  const { image, memberId } = subject
  switch (act) {
    case 'show':
      return { code: `openstack image show ${image.id}`, note: null }
    case 'server': {
      const code = serverCommand(image, subject.api)
      return code === null ? NO_SERVER : { code, note: null }
    }
    case 'change':
      return changing(subject)
    case 'share':
      return {
        code: `openstack image add project ${image.id} ${memberId ?? OTHER_PROJECT}`,
        note: 'The other project has to accept it. "openstack image remove project" with the same words ends the sharing.',
      }
    case 'accept':
      return {
        code: `openstack image set --accept ${image.id}`,
        note: 'With --reject it is turned down instead.',
      }
    case 'export':
      return {
        why: 'This client knows no command that has the cloud write an image into a bucket. Take curl.',
      }
    case 'copy':
      return { why: 'This client knows no command that copies an image inside the cloud. Take curl.' }
    case 'delete':
      return { code: `openstack image delete ${image.id}`, note: 'This cannot be undone.' }
  }
}

function changing({ api, image, present, change, tagChange }: CodeSubject): Code {
  const { name, description, minRamMb, maxRamMb, bootMode, isProtected } = change
  const isFree = api === 'glance'
  const hasRest = [minRamMb, maxRamMb, bootMode].some((value) => value !== undefined) || tagChange !== null
  const named = [
    name === undefined ? null : option('--name', name),
    description === undefined
      ? null
      : option('--property', `${descriptionMember(api, present)}=${description}`),
  ]
  const free = [
    minRamMb === undefined ? null : `--min-ram ${minRamMb ?? 0}`,
    maxRamMb ? `--property max_ram=${maxRamMb}` : null,
    bootMode ? `--property hw_firmware_type=${bootMode}` : null,
    isProtected === undefined ? null : isProtected ? '--protected' : '--unprotected',
    ...(tagChange?.set ?? []).map((tag) => option('--tag', wireTag(tag))),
  ]
  const options = [...named, ...(isFree ? free : [])].filter((each) => each !== null)
  if (options.length === 0 && !isFree) return { why: NATIVE_ONLY }
  const commands = [
    options.length > 0 ? command('openstack image set', ...options, image.id) : null,
    isFree ? unset(image, tagChange?.remove ?? [], maxRamMb === null) : null,
  ].filter((each) => each !== null)
  return { code: commands.join('\n\n'), note: hasRest && !isFree ? NATIVE_ONLY : null }
}

/** Glance has whole tags where IMS has keys. */
function unset(image: CodeSubject['image'], keys: readonly string[], noMaximum: boolean): string | null {
  const tags = image.tags.filter((tag) => keys.includes(tagKey(tag)))
  if (tags.length === 0 && !noMaximum) return null
  return command(
    'openstack image unset',
    ...tags.map((tag) => option('--tag', tag)),
    noMaximum ? '--property max_ram' : null,
    image.id,
  )
}
