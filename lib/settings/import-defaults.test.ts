import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Scene, setScene } from '../session/scene.fixture.ts'
import { onEachStore } from '../store/stores.fixture.ts'
import { judgeDefaults, NO_DEFAULTS } from './import-defaults.ts'
import { readImportDefaults, writeImportDefaults } from './rows.ts'

describe('what a new import begins with', () => {
  test.each([
    [{ bucket: '' }, {}],
    [{ bucket: 'ims-image', tags: ['team.web', 'env=prod'] }, {}],
    [{ bucket: 'A' }, { bucket: /3 to 63 characters/ }],
    [{ bucket: '10.0.0.1' }, { bucket: /3 to 63 characters/ }],
    [{ tags: ['a.1', 'a.2'] }, { tags: /Use each key once/ }],
  ])('%j is judged %j', (change, problems) => {
    const judged = judgeDefaults({ ...NO_DEFAULTS, ...change })
    expect(Object.keys(judged)).toEqual(Object.keys(problems))
    for (const [name, words] of Object.entries(problems))
      expect(Object.entries(judged).find(([key]) => key === name)?.[1]).toMatch(words)
  })
})

describe('what a new import begins with is kept', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await setScene()
  })
  afterAll(() => scene.stop())
  onEachStore((emptyStore) => {
    beforeEach(() => scene.reset(emptyStore))

    test('for one person in one project, the last one said', async () => {
      const [db, session] = [scene.db(), scene.session()]
      expect(await readImportDefaults(db, session)).toEqual(NO_DEFAULTS)
      await writeImportDefaults(db, session, { bucket: 'one', tags: ['a.b'], automaticConfiguration: false })
      await writeImportDefaults(db, session, { bucket: 'two', tags: [], automaticConfiguration: false })
      expect(await readImportDefaults(db, session)).toEqual({
        bucket: 'two',
        tags: [],
        automaticConfiguration: false,
      })
      const elsewhere = { ...session, project: { id: 'another', name: 'another' } }
      const other = { ...session, user: { id: 'another', name: 'another' } }
      expect(await readImportDefaults(db, elsewhere)).toEqual(NO_DEFAULTS)
      expect(await readImportDefaults(db, other)).toEqual(NO_DEFAULTS)
    })
  })
})
