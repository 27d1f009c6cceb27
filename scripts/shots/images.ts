import { jobStatus, startImport } from '../../e2e/import-form.ts'
import { signIn } from '../../e2e/sign-in.ts'
import { CENTOS, expect, LIST, mainSays, NOWHERE, opened, type Shot, someImages } from './scene.ts'

export const imagesShots: Shot[] = [
  { name: 'image-active', reach: opened },
  {
    name: 'image-json',
    reach: async (page) => {
      await opened(page)
      await page.getByRole('tab', { name: 'JSON' }).click()
      await mainSays(page, '"__os_version"')
    },
  },
  {
    name: 'image-importing',
    reach: async (page, simulator) => {
      await signIn(page)
      await simulator.setSpeed(30)
      await startImport(page, { ...CENTOS, name: 'still-importing' })
      await expect(jobStatus(page)).toHaveText('Running')
      await page.goto('/images')
      await page.getByRole('link', { name: 'still-importing' }).click()
      await mainSays(page, 'Still being imported')
      await simulator.setSpeed(1)
    },
  },
  {
    name: 'image-not-found',
    reach: async (page) => {
      await signIn(page)
      await page.goto(`/images/${NOWHERE}`)
      await mainSays(page, 'No image with this id')
    },
  },
  {
    name: 'images-some',
    reach: someImages,
  },
  {
    name: 'images-filter',
    reach: async (page) => {
      await someImages(page)
      await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Status' }).click()
      await expect(page.getByRole('dialog', { name: 'Status' })).toBeVisible()
    },
  },
  {
    name: 'images-filtered-empty',
    reach: async (page) => {
      await someImages(page)
      await page.getByRole('searchbox', { name: 'Name, id or tag' }).fill('of no image')
      await mainSays(page, 'No image matches.')
    },
  },
  {
    name: 'images-columns',
    reach: async (page) => {
      await someImages(page)
      await page.getByRole('button', { name: 'Columns' }).click()
      await expect(page.getByRole('dialog', { name: 'Columns' })).toBeVisible()
    },
  },
  {
    name: 'images-selected',
    reach: async (page) => {
      await someImages(page)
      await page.getByRole('checkbox', { name: /^Select all/ }).click()
      await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible()
    },
  },
  {
    name: 'images-delete',
    reach: async (page) => {
      await someImages(page)
      await page.getByRole('checkbox', { name: /^Select all/ }).click()
      await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Delete' }).click()
      await expect(page.getByRole('dialog')).toContainText('are not deleted')
    },
  },
  {
    name: 'images-delete-shared',
    reach: async (page, simulator) => {
      const members = [{ project: 'eu-de_lab', status: 'accepted' as const }]
      await simulator.putImage({ name: 'web-base-12', members })
      await simulator.putImage({ name: 'web-base-11' })
      await signIn(page, '/images?q=web-base')
      await page.getByRole('checkbox', { name: /^Select all/ }).click()
      await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Delete' }).click()
      await expect(page.getByRole('dialog')).toContainText('1 of them is shared')
    },
  },
  {
    name: 'images-deleted-in-part',
    reach: async (page, simulator) => {
      await someImages(page)
      await page.getByRole('searchbox', { name: 'Name, id or tag' }).fill('i')
      await page.getByRole('checkbox', { name: /^Select all/ }).click()
      await simulator.addFault({
        service: 'ims',
        method: 'DELETE',
        path: '/v2/images/{image_id}',
        status: 409,
        body: { error_code: 'IMG.0090', error_msg: 'The image is being created.' },
      })
      await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Delete' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(/to confirm$/).fill('delete 2 images')
      await dialog.getByLabel(/to confirm$/).press('Enter')
      await expect(dialog).toContainText('1 refused')
    },
  },
  {
    name: 'images-rest-not-read',
    reach: async (page, simulator) => {
      await someImages(page)
      await simulator.addFault({ ...LIST, delayMs: 1 })
      await simulator.addFault({ ...LIST, status: 403, times: 50 })
      await page.reload()
      await mainSays(page, 'Not all images are here.')
    },
  },
  {
    name: 'images-empty',
    reach: async (page) => {
      await signIn(page, '/images', { project: 'eu-de_lab' })
      await mainSays(page, 'No images yet')
    },
  },
  {
    name: 'images-not-read',
    reach: async (page, simulator) => {
      await signIn(page)
      await simulator.addFault({
        service: 'ims',
        method: 'GET',
        path: '/v2/cloudimages',
        status: 503,
        times: 50,
      })
      await page.goto('/images')
      await expect(page.getByRole('button', { name: /Try again|Read again/ }).first()).toBeVisible()
    },
  },
]
