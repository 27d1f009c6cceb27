import type { Editable, EditableField } from '@/lib/images/edit'

export const FIELD_LABELS = {
  name: 'Image name',
  description: 'Description',
  tags: 'Tags',
  minRamMb: 'Minimum memory (MB)',
  maxRamMb: 'Maximum memory (MB)',
  bootMode: 'Boot mode',
  isProtected: 'Delete protection',
} as const satisfies Record<EditableField, string>

/** A value as a person reads it. */
export function valueWords(values: Editable, field: EditableField): string {
  switch (field) {
    case 'name':
    case 'description':
      return values[field] || 'none'
    case 'tags':
      return values.tags.join(', ') || 'none'
    case 'minRamMb':
    case 'maxRamMb':
      return values[field] === null ? 'no limit' : `${values[field]}\u00a0MB`
    case 'bootMode':
      return values.bootMode?.toUpperCase() ?? 'none'
    case 'isProtected':
      return values.isProtected === null ? 'not known' : values.isProtected ? 'on' : 'off'
  }
}
