import { expect, test } from 'vitest'
import { EMPTY_DRAFT } from '@/lib/import/draft'
import { FOUND_FIELDS } from '@/lib/import/found-in-file'
import { isSameDraft, type KeptDraft, readDraft, removeDraft, writeDraft } from './draft-storage'

function memory() {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

const refuse = () => {
  throw new DOMException('denied', 'SecurityError')
}
const blocked = { getItem: refuse, setItem: refuse, removeItem: refuse }

const kept = (changes: Partial<KeptDraft['draft']> = {}): KeptDraft => ({
  savedAt: 1_795_000_000_000,
  origin: null,
  sentAs: '3b241101-e2bb-4255-8caf-4136c566a962',
  draft: { ...EMPTY_DRAFT, ...changes },
  set: ['minDiskGb'],
  sendAnyway: ['backing-file'],
})

test('a draft comes back as it was, for its own project only', () => {
  const storage = memory()
  writeDraft(storage, 'one', kept({ imageName: 'web', tags: ['a.b'] }))
  expect(readDraft(storage, 'one')).toEqual(kept({ imageName: 'web', tags: ['a.b'] }))
  expect(readDraft(storage, 'two')).toBeNull()
  removeDraft(storage, 'one')
  expect(readDraft(storage, 'one')).toBeNull()
})

test('what cannot be read is no draft', () => {
  const storage = memory()
  for (const text of ['', 'null', '{', '[]', '{"savedAt":1}', JSON.stringify({ ...kept(), sentAs: 'x' })]) {
    storage.items.set('slipway.import-draft.one', text)
    expect(readDraft(storage, 'one')).toBeNull()
  }
})

test('in a draft of an older version every field may have been set by hand', () => {
  const storage = memory()
  const { set, sendAnyway, ...older } = kept()
  storage.items.set('slipway.import-draft.one', JSON.stringify(older))
  expect(readDraft(storage, 'one')).toMatchObject({ set: FOUND_FIELDS, sendAnyway: [] })
})

test('blocked storage throws nothing', () => {
  expect(readDraft(blocked, 'one')).toBeNull()
  expect(() => writeDraft(blocked, 'one', kept())).not.toThrow()
  expect(() => removeDraft(blocked, 'one')).not.toThrow()
})

test('the signature of a pasted link is not kept', () => {
  const storage = memory()
  const host = 'https://ims-image.obs.eu-de.otc.t-systems.com'
  for (const file of [`${host}/a.vhd?Signature=secret`, `${host}/a b.vhd?Signature=secret`]) {
    writeDraft(storage, 'one', kept({ imageFile: file }))
    expect([...storage.items.values()].join()).not.toContain('secret')
  }
})

test('drafts are compared value by value', () => {
  expect(isSameDraft({ ...EMPTY_DRAFT, tags: ['a'] }, { ...EMPTY_DRAFT, tags: ['a'] })).toBe(true)
  expect(isSameDraft({ ...EMPTY_DRAFT, tags: ['a'] }, EMPTY_DRAFT)).toBe(false)
})
