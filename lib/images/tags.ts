/** Tags as people write them, `key.value` or `key=value`, and as IMS takes them: key and value (ims.md 10, 14). */

import type { ImageTag } from '../cloud/import-request.ts'
import { DOTTED_TAG, TAG_KEY_MAX, TAG_PART_CHARACTERS, TAG_VALUE_MAX, TAGS_MAX } from '../cloud/rules.ts'
import type { Result } from '../result.ts'
import { strayCharacter } from './stray-character.ts'

const FORM = `Write a tag as key.value, each part at most ${TAG_KEY_MAX} and ${TAG_VALUE_MAX} characters.`
/** Longest text of one tag that a message quotes. */
const QUOTED_MAX = 40

const quoted = (text: string) => (text.length > QUOTED_MAX ? `${text.slice(0, QUOTED_MAX)}…` : text)

/** Splits at the first `=`, else at the first dot; a key alone is a tag without a value. Never throws. */
export function parseTag(text: string): Result<ImageTag, string> {
  const written = text.trim()
  const at = written.includes('=') ? written.indexOf('=') : written.indexOf('.')
  const key = (at < 0 ? written : written.slice(0, at)).trim()
  const value = at < 0 ? null : written.slice(at + 1).trim()
  if (key === '' || key.length > TAG_KEY_MAX || (value ?? '').length > TAG_VALUE_MAX) {
    return { ok: false, error: FORM }
  }
  const stray = strayCharacter(key, TAG_PART_CHARACTERS) ?? strayCharacter(value ?? '', TAG_PART_CHARACTERS)
  if (stray) return { ok: false, error: `Remove the ${stray} from the tag ${quoted(written)}.` }
  return { ok: true, value: { key, value } }
}

/** All tags of an image: at most 10, each key once (IMG.0116; "keys unique", ims.md 10). */
export function parseTags(texts: readonly string[]): Result<ImageTag[], string> {
  if (texts.length > TAGS_MAX) return { ok: false, error: `Use at most ${TAGS_MAX} tags.` }
  const tags: ImageTag[] = []
  for (const text of texts) {
    const parsed = parseTag(text)
    if (!parsed.ok) return parsed
    if (tags.some((tag) => tag.key === parsed.value.key)) {
      return { ok: false, error: `Use each key once. ${parsed.value.key} is there twice.` }
    }
    tags.push(parsed.value)
  }
  return { ok: true, value: tags }
}

/** As parseTag reads it back: dotted where that form can say it, else with `=`. */
export function formatTag({ key, value }: ImageTag): string {
  if (value === null) return key
  const dotted = `${key}.${value}`
  return DOTTED_TAG.test(dotted) ? dotted : `${key}=${value}`
}

/**
 * A typed list of tags. Signs that a list has between its members part them, and nothing else does: a blank may stand in
 * a key as in a value, and `cost center=12` split there would be two tags that nobody meant.
 */
export function splitTagList(text: string): string[] {
  return text
    .split(/[,;\t\r\n]+/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}

/**
 * A pasted text as several tags. Lists of other tools often have blanks alone between their tags, and whoever pastes
 * sees what became of it before it is sent: so blanks part them too, unless what follows can only be the rest of a
 * value (`team=web servers` stays one tag).
 */
export function splitPastedTags(text: string): string[] {
  return splitTagList(text).flatMap((piece) => {
    const isPair = (word: string | undefined) => word !== undefined && /[=.]/.test(word)
    const tags: string[] = []
    for (const word of piece.split(/\s+/)) {
      const last = tags.at(-1)
      if (last === undefined || isPair(word) || !isPair(last)) tags.push(word)
      else tags[tags.length - 1] = `${last} ${word}`
    }
    return tags
  })
}
