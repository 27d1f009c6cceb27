/**
 * One rule per text field of the forms that make or change an image: what is typed becomes a value, or one sentence that says what to
 * change. Limits and alphabets come from lib/cloud/rules.ts. Lengths are judged before alphabets, so that a
 * pasted megabyte is refused at a glance.
 */
import {
  DESCRIPTION_CHARACTERS,
  DESCRIPTION_MAX,
  ENTERPRISE_PROJECT_ID,
  IMAGE_NAME_CHARACTERS,
  IMAGE_NAME_MAX,
  MEMORY_MB,
  UUID,
} from '../cloud/rules.ts'
import type { Result } from '../result.ts'
import { strayCharacter, TEXT_CHARACTERS } from './stray-character.ts'

type Rule<T> = Result<T, string>

const ok = <T>(value: T): Rule<T> => ({ ok: true, value })
const change = (error: string): Rule<never> => ({ ok: false, error })
const tooLong = (max: number, now: number) => change(`Use at most ${max} characters (now ${now}).`)

/** ims.md 14. Blanks at the ends are dropped: IMS refuses them and nobody means them. */
export function readImageName(text: string): Rule<string> {
  const name = text.trim()
  if (name === '') return change('Enter an image name.')
  if (name.length > IMAGE_NAME_MAX) return tooLong(IMAGE_NAME_MAX, name.length)
  const stray = strayCharacter(name, IMAGE_NAME_CHARACTERS)
  if (stray) return change(`Remove the ${stray}; use only a to z, A to Z, digits, - . _ and spaces inside.`)
  return ok(name)
}

/** ims.md 14. Kept as typed; only what IMS refuses, and control characters, have to go. */
export function readDescription(text: string): Rule<string> {
  if (text.length > DESCRIPTION_MAX) return tooLong(DESCRIPTION_MAX, text.length)
  if (!DESCRIPTION_CHARACTERS.test(text)) return change('Remove < > and line breaks.')
  const stray = strayCharacter(text, TEXT_CHARACTERS)
  if (stray) return change(`Remove the ${stray}.`)
  return ok(text)
}

/** A whole number in plain digits. `limitNote` says where a limit comes from when the field does not. */
export function readWholeNumber(
  text: string,
  unit: string,
  range: { min: number; max: number },
  limitNote = '',
): Rule<number> {
  const digits = text.trim()
  if (/^-\d+$/.test(digits)) return change(`Enter ${range.min} or more.`)
  if (!/^\d+$/.test(digits)) return change(`Enter a whole number of ${unit}.`)
  const number = Number(digits)
  if (number < range.min) return change(`Enter ${range.min} or more.`)
  if (number > range.max) return change(`Enter ${range.max} or less.${limitNote}`)
  return ok(number)
}

/** Empty and 0 both mean no limit (ims.md 1). */
export function readMemoryLimit(text: string): Rule<number | null> {
  if (text.trim() === '') return ok(null)
  const read = readWholeNumber(text, 'MB', MEMORY_MB)
  return read.ok && read.value === 0 ? ok(null) : read
}

const ID_FORM = '32 digits and letters a to f in five groups with - between'

export function readKmsKeyId(text: string): Rule<string | null> {
  const id = text.trim()
  if (id === '') return ok(null)
  if (!UUID.test(id)) return change(`Enter the key's id, ${ID_FORM}.`)
  return ok(id.toLowerCase())
}

/** Empty is not sent; `0` names the default project (ims.md 1). */
export function readEnterpriseProjectId(text: string): Rule<string | null> {
  const id = text.trim()
  if (id === '') return ok(null)
  if (!ENTERPRISE_PROJECT_ID.test(id))
    return change(`Enter the project's id, ${ID_FORM}, or 0 for the default.`)
  return ok(id.toLowerCase())
}
