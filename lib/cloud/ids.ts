import { CloudError } from './errors.ts'
import { HEX_ID, UUID } from './rules.ts'

/*
 * Ids enter a path only in their documented form, whatever a caller was handed. One in another form is nobody's:
 * the same as an id that the service does not know.
 */

export const checkedImageId = (id: string) => checked(id, UUID)
export const checkedProjectId = (id: string) => checked(id, HEX_ID)
export const checkedJobId = (id: string) => checked(id, HEX_ID)

function checked(id: string, form: RegExp): string {
  if (!form.test(id))
    throw new CloudError({ service: 'IMS', kind: 'answered', status: 404, code: 'IMG.0027' })
  return id
}
