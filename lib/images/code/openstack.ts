/** With OpenStack's own client, `openstack`, and the clouds.yaml or OS_… variables it reads. */
import { descriptionMember, patchOf } from '../../cloud/images/patch.ts'
import { isMadeSharedFirst } from '../share-rules.ts'
import { wholeTags } from './glance-tags.ts'
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
        code: [
          ...(isMadeSharedFirst(subject.api, image) ? [`openstack image set --shared ${image.id}`] : []),
          `openstack image add project ${image.id} ${memberId ?? OTHER_PROJECT}`,
        ].join('\n\n'),
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

function changing(subject: CodeSubject): Code {
  return subject.api === 'glance' ? changingGlance(subject) : changingIms(subject)
}

function changingIms({ api, image, present, change, tagChange }: CodeSubject): Code {
  const { name, description, minRamMb, maxRamMb, bootMode } = change
  const options = [
    ...(name === undefined ? [] : [option('--name', name)]),
    ...(description === undefined
      ? []
      : [option('--property', `${descriptionMember(api, present)}=${description}`)]),
  ]
  if (options.length === 0) return { why: NATIVE_ONLY }
  const hasRest = tagChange !== null || [minRamMb, maxRamMb, bootMode].some((value) => value !== undefined)
  return {
    code: command('openstack image set', ...options, image.id),
    note: hasRest ? NATIVE_ONLY : null,
  }
}

/** What goes away is a command of its own, and of a member that is absent it would fail. */
function changingGlance({ image, present, change, tagChange }: CodeSubject): Code {
  const { name, description, minRamMb, maxRamMb, bootMode, isProtected } = change
  const { gone, added } = wholeTags(image.tags, tagChange ?? { set: [], remove: [] })
  const set = [
    name === undefined ? null : option('--name', name),
    description ? option('--property', `${descriptionMember('glance', present)}=${description}`) : null,
    minRamMb === undefined ? null : `--min-ram ${minRamMb ?? 0}`,
    maxRamMb ? `--property max_ram=${maxRamMb}` : null,
    bootMode ? `--property hw_firmware_type=${bootMode}` : null,
    isProtected === undefined ? null : isProtected ? '--protected' : '--unprotected',
    ...added.map((tag) => option('--tag', tag)),
  ].filter((each) => each !== null)
  const unset = [
    ...gone.map((tag) => option('--tag', tag)),
    ...patchOf('glance', present, change)
      .filter(({ op }) => op === 'remove')
      .map(({ path }) => `--property ${path.slice(1)}`),
  ]
  const commands = [
    ...(set.length > 0 ? [command('openstack image set', ...set, image.id)] : []),
    ...(unset.length > 0 ? [command('openstack image unset', ...unset, image.id)] : []),
  ]
  return commands.length > 0
    ? { code: commands.join('\n\n'), note: null }
    : { why: 'Nothing is to be changed.' }
}
