/**
 * A change by Terraform: the image as it is to be, taken into Terraform's care. What the block leaves out the provider
 * takes for its default, so it says what the image has as well.
 */
import type { ImageChange } from '../../cloud/images/patch.ts'
import { tagKey } from '../edit.ts'
import { applyTags } from '../tag-change.ts'
import { propertiesAfter } from './glance-properties.ts'
import { aligned, textList, textMap } from './hcl.ts'
import { hclText } from './quoting.ts'
import type { Code, CodeSubject } from './subject.ts'
import { labelOf, resourceOf } from './terraform-names.ts'

const IMPORT = 'The import block needs Terraform 1.5.'
const IMS_ONLY = 'The provider changes name, tags and boot mode only. Take curl for the rest.'

/** Each of them has to be an argument of the resource, or Terraform refuses the block. */
const DATA_IGNORED = ['image_url', 'min_disk', 'description']
/** The provider never reads is_config, so its default would make a new image of every imported one. */
const SYSTEM_IGNORED = [...DATA_IGNORED, 'os_version', 'min_ram', 'max_ram', 'is_config']

/** The image as Terraform's resource with the change made, or why Terraform makes none of it. */
export function changing(subject: CodeSubject): Code {
  return subject.api === 'ims' ? changingIms(subject) : changingGlance(subject)
}

/** The provider of IMS takes a new description or limit of memory for a new image. */
function changingIms(subject: CodeSubject): Code {
  const { image, change, tagChange } = subject
  const isData = image.kind === 'data'
  const left = leftByIms(change, isData)
  const isNamed = change.name !== undefined || (change.bootMode !== undefined && !isData)
  if (left.length > 0 && !isNamed && tagChange === null) return { why: IMS_ONLY }
  const bootMode = change.bootMode ?? image.bootMode
  const tags = tagChange ? applyTags(image.tags, tagChange, 'ims') : image.tags
  return {
    code: managed(subject, {
      remarks: left.length > 0 ? [`Terraform does not change the ${inWords(left)}: take curl.`] : [],
      values: [
        ['name', hclText(change.name ?? image.name ?? '')],
        ...(image.sourceFile ? [['image_url', hclText(image.sourceFile)] as const] : []),
        ...(image.minDiskGb === null ? [] : [['min_disk', String(image.minDiskGb)] as const]),
        ...(bootMode && !isData ? [['hw_firmware_type', hclText(bootMode)] as const] : []),
      ],
      more:
        tags.length > 0 || tagChange
          ? [
              textMap(
                'tags',
                tags.map((tag) => [tagKey(tag), tag.slice(tagKey(tag).length + 1)]),
              ),
            ]
          : [],
      ignored: isData ? DATA_IGNORED : SYSTEM_IGNORED,
    }),
    note: `The provider changes name, tags and boot mode in place. A change of anything else makes a new image and deletes this one, hence the lifecycle block. ${IMPORT}`,
  }
}

function leftByIms(change: ImageChange, isData: boolean): string[] {
  return [
    ...(change.description === undefined ? [] : ['description']),
    ...(change.minRamMb === undefined ? [] : ['minimum memory']),
    ...(change.maxRamMb === undefined ? [] : ['maximum memory']),
    ...(change.bootMode !== undefined && isData ? ['boot mode'] : []),
    ...(change.isProtected === undefined ? [] : ['protection']),
  ]
}

function changingGlance(subject: CodeSubject): Code {
  const { image, present, change, tagChange } = subject
  const minRamMb = change.minRamMb === undefined ? image.minRamMb : change.minRamMb
  const isProtected = change.isProtected ?? image.isProtected
  const tags = tagChange ? applyTags(image.tags, tagChange, 'glance') : image.tags
  const properties = propertiesAfter(present, change)
  const isEmptied = tags.length === 0 && tagChange !== null
  return {
    code: managed(subject, {
      remarks: isEmptied ? ['The provider is documented to leave an image its last tags: take curl.'] : [],
      values: [
        ['name', hclText(change.name ?? image.name ?? '')],
        ['container_format', hclText(image.containerFormat ?? 'bare')],
        ...(image.diskFormat ? [['disk_format', hclText(image.diskFormat)] as const] : []),
        ['min_disk_gb', String(image.minDiskGb ?? 0)],
        ['min_ram_mb', String(minRamMb ?? 0)],
        ...(isProtected === null ? [] : [['protected', String(isProtected)] as const]),
        ...(image.visibility ? [['visibility', hclText(image.visibility)] as const] : []),
        ...(present.os_hidden === true ? [['hidden', 'true'] as const] : []),
      ],
      more: [
        ...(properties ? [textMap('properties', properties)] : []),
        ...(tags.length > 0 || isEmptied ? [textList('tags', tags)] : []),
      ],
      ignored: [],
    }),
    note: `Before its version 1.47 the provider made a new image of other memory or protection, which the lifecycle block prevents. Read the plan before you apply it. ${IMPORT}`,
  }
}

const inWords = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names)

type Parts = {
  /** Lines above the resource. */
  remarks: readonly string[]
  values: readonly (readonly [name: string, value: string])[]
  /** Arguments of several lines. */
  more: readonly string[][]
  /** Arguments whose difference would make a new image. */
  ignored: readonly string[]
}

function managed(subject: CodeSubject, { remarks, values, more, ignored }: Parts): string {
  const label = labelOf(subject.image.name)
  const resource = resourceOf(subject)
  return [
    'import {',
    `  to = ${resource}.${label}`,
    `  id = ${hclText(subject.image.id)}`,
    '}',
    '',
    ...remarks.map((remark) => `# ${remark}`),
    `resource "${resource}" "${label}" {`,
    ...aligned(values),
    ...more.flatMap((lines) => ['', ...lines]),
    '',
    '  lifecycle {',
    ...aligned([
      ['prevent_destroy', 'true'],
      ...(ignored.length > 0 ? [['ignore_changes', `[${ignored.join(', ')}]`] as const] : []),
    ]).map((line) => `  ${line}`),
    '  }',
    '}',
  ].join('\n')
}
