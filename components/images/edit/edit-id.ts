import type { EditableField } from '@/lib/images/edit'

export const editId = (name: EditableField) => `edit-${name}`
