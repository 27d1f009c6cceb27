import { CloudError } from './errors.ts'
import { HEX_ID, UUID } from './rules.ts'

/*
 * Ids enter a path only in their documented form, whatever a caller was handed.
 */

/** One in another form is nobody's: the same as an id that the service does not know. */
export function checkedImageId(id: string): string {
  if (UUID.test(id)) return id
  throw new CloudError({ service: 'IMS', kind: 'answered', status: 404, code: 'IMG.0027' })
}

/** One in another form says nothing about any image. */
export const checkedProjectId = (id: string) => checkedHex(id)
export const checkedJobId = (id: string) => checkedHex(id)

const MEMBER_ID_MAX = 255

/**
 * A member as the service lists it, encoded for a path: Glance keeps whatever another tool has written for a project's
 * id.
 */
export function listedMemberId(id: string): string {
  // Dots alone would name another path.
  if (id !== '' && id.length <= MEMBER_ID_MAX && !/^\.+$/.test(id)) return encodeURIComponent(id)
  throw new CloudError({ service: 'IMS', kind: 'not-sent' })
}

function checkedHex(id: string): string {
  if (HEX_ID.test(id)) return id
  throw new CloudError({ service: 'IMS', kind: 'not-sent' })
}
