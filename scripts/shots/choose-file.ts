import { signIn } from '../../e2e/sign-in.ts'
import { A_MINUTE_MS, chooseIn, expect, mainSays, type Shot, settled } from './scene.ts'

export const chooseFileShots: Shot[] = [
  {
    name: 'choose-bucket',
    reach: async (page) => {
      await signIn(page)
      await settled(page)
      await page.getByLabel('Image file').click()
      await expect(page.getByRole('option', { name: /archive-nl/ })).toBeVisible()
      await page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'choose-folder',
    reach: async (page) => {
      await chooseIn(page, 'ims-image:')
      await page.keyboard.press('ArrowDown')
    },
  },
  { name: 'choose-file', reach: (page) => chooseIn(page, 'ims-image:faulty/') },
  { name: 'choose-nothing-matches', reach: (page) => chooseIn(page, 'ims-image:faulty/fedora') },
  { name: 'choose-refused', reach: (page) => chooseIn(page, 'not-yours:') },
  { name: 'choose-elsewhere', reach: (page) => chooseIn(page, 'archive-nl:') },
  {
    name: 'choose-not-read',
    reach: async (page, simulator) => {
      await signIn(page)
      await settled(page)
      await simulator.addFault({ service: 'obs', status: 503, times: 500 })
      await page.getByLabel('Image file').click()
      await expect(page.getByRole('option', { name: 'Try again' })).toBeVisible()
    },
  },
  {
    name: 'choose-reading',
    reach: async (page, simulator) => {
      await signIn(page)
      await settled(page)
      await simulator.addFault({ service: 'obs', delayMs: A_MINUTE_MS, times: 500 })
      await page.getByLabel('Image file').click()
      await mainSays(page, 'Reading the bucket…')
    },
  },
]
