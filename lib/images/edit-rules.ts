import { TAGS_MAX } from '../cloud/rules.ts'
import type { ImageApi } from '../config/image-apis.ts'
import type { Result } from '../result.ts'
import { type EditRules, tagKey, wireTag } from './edit.ts'
import { readDescription, readImageName } from './field-rules.ts'
import { strayCharacter, TEXT_CHARACTERS } from './stray-character.ts'
import { parseTag, parseTags } from './tags.ts'

/** Of names and of tags (Image API v2, schemas of images and of tags). */
export const GLANCE_TEXT_MAX = 255
/** Glance's usual quota (`image_tag_quota`); a cloud with less refuses by itself. */
const GLANCE_TAGS_MAX = 128

/** What each service takes of an image that is changed in place: IMS by ims.md 10 and 14, Glance nearly anything. */
export const EDIT_RULES: Readonly<Record<ImageApi, EditRules>> = {
  ims: {
    name: readImageName,
    description: readDescription,
    tags: { read: readPair, keyOf: tagKey, max: TAGS_MAX },
  },
  glance: {
    name: (text) => readWords(text, 'Enter an image name.'),
    description: readAnyText,
    tags: {
      read: (text) => readWords(text, 'Enter a tag.'),
      keyOf: (tag) => tag,
      max: GLANCE_TAGS_MAX,
    },
  },
}

/** Tags that are to come to an image, as its service lists them: at least one, each once. */
export function readTagList(texts: readonly string[], api: ImageApi): Result<string[], string> {
  if (texts.length === 0) return { ok: false, error: 'Enter a tag.' }
  if (api === 'ims') {
    const pairs = parseTags(texts)
    return pairs.ok ? { ok: true, value: pairs.value.map(wireTag) } : pairs
  }
  const { read, max } = EDIT_RULES[api].tags
  const tags = new Set<string>()
  for (const text of texts) {
    const tag = read(text)
    if (!tag.ok) return tag
    tags.add(tag.value)
  }
  return tags.size > max ? { ok: false, error: `Use at most ${max} tags.` } : { ok: true, value: [...tags] }
}

function readPair(text: string): Result<string, string> {
  const parsed = parseTag(text)
  return parsed.ok ? { ok: true, value: wireTag(parsed.value) } : parsed
}

function readWords(text: string, whenEmpty: string): Result<string, string> {
  const words = text.trim()
  if (words === '') return { ok: false, error: whenEmpty }
  if (words.length > GLANCE_TEXT_MAX)
    return { ok: false, error: `Use at most ${GLANCE_TEXT_MAX} characters (now ${words.length}).` }
  return readAnyText(words)
}

function readAnyText(text: string): Result<string, string> {
  const stray = strayCharacter(text, TEXT_CHARACTERS)
  return stray ? { ok: false, error: `Remove the ${stray}.` } : { ok: true, value: text }
}
