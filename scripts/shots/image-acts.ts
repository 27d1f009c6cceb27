import type { Page } from '@playwright/test'
import { comeBack, deleteDialog, openDelete } from '../../e2e/image-page.ts'
import { jobStatus } from '../../e2e/import-form.ts'
import { signIn } from '../../e2e/sign-in.ts'
import type { SimulatorControls } from '../simulator-controls.ts'
import { expect, mainSays, type Shot } from './scene.ts'

const GOLDEN = {
  name: 'web-base-12',
  __description: 'Golden image, sprint 12',
  min_ram: 1024,
  tags: ['team=web', 'stage=production'],
  hw_firmware_type: 'uefi',
  __data_origin: 'file,ims-image:in/web-base.qcow2',
}

const dialog = (page: Page) => page.getByRole('dialog')

async function openGolden(page: Page, simulator: SimulatorControls, more: object = {}): Promise<void> {
  const id = await simulator.putImage({ ...GOLDEN, ...more })
  await signIn(page, `/images/${id}`)
  await mainSays(page, 'What you can do')
}

async function openAct(page: Page, act: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: act }).click()
  await expect(dialog(page)).toBeVisible()
}

/** The same page once more, as of somebody else. */
async function secondTab(page: Page): Promise<Page> {
  const other = await page.context().newPage()
  await other.goto(page.url())
  await mainSays(other, 'What you can do')
  return other
}

async function openTab(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('tab', { name }).click()
  await expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true')
}

export const imageActsShots: Shot[] = [
  { name: 'image-golden', reach: (page, simulator) => openGolden(page, simulator) },
  {
    name: 'image-edit',
    reach: async (page, simulator) => {
      await openGolden(page, simulator)
      await page.getByRole('button', { name: 'Edit' }).click()
      await expect(dialog(page)).toBeVisible()
    },
  },
  {
    name: 'image-edit-errors',
    reach: async (page, simulator) => {
      await openGolden(page, simulator)
      await page.getByRole('button', { name: 'Edit' }).click()
      await dialog(page).getByLabel('Image name').fill('')
      await dialog(page).getByLabel('Maximum memory (MB)').fill('512')
      await dialog(page).getByRole('button', { name: 'Save changes' }).click()
      await expect(dialog(page)).toContainText('Enter more than the minimum')
    },
  },
  {
    name: 'image-edit-conflict',
    reach: async (page, simulator) => {
      await openGolden(page, simulator, { max_ram: '4096' })
      const other = await secondTab(page)
      await page.getByRole('button', { name: 'Edit' }).click()
      await dialog(page).getByLabel('Minimum memory (MB)').fill('3072')
      await other.getByRole('button', { name: 'Edit' }).click()
      await dialog(other).getByLabel('Maximum memory (MB)').fill('2048')
      await dialog(other).getByRole('button', { name: 'Save changes' }).click()
      await expect(dialog(other)).toBeHidden()
      await dialog(page).getByRole('button', { name: 'Save changes' }).click()
      await expect(dialog(page)).toContainText('Changed by someone else')
    },
  },
  {
    name: 'image-edit-half-saved',
    reach: async (page, simulator) => {
      await openGolden(page, simulator)
      await page.getByRole('button', { name: 'Edit' }).click()
      await dialog(page).getByLabel('Image name').fill('web-base-13')
      await dialog(page).getByRole('textbox', { name: 'Tags' }).fill('sprint=13')
      await dialog(page).getByRole('textbox', { name: 'Tags' }).press('Enter')
      await simulator.addFault({
        service: 'ims',
        method: 'POST',
        path: '/v2/{project_id}/images/{image_id}/tags/action',
        status: 400,
        body: { error: { code: 'IMG.0116', message: 'quota' } },
      })
      await dialog(page).getByRole('button', { name: 'Save changes' }).click()
      await expect(dialog(page)).toContainText('Only a part was saved.')
    },
  },
  {
    name: 'image-edit-data-disk',
    reach: async (page, simulator) => {
      await openGolden(page, simulator, { virtual_env_type: 'DataImage', hw_firmware_type: undefined })
      await page.getByRole('button', { name: 'Edit' }).click()
      await expect(dialog(page)).toBeVisible()
    },
  },
  {
    name: 'image-gone',
    reach: async (page, simulator) => {
      await openGolden(page, simulator)
      const other = await secondTab(page)
      await openDelete(other)
      await deleteDialog(other).getByRole('button', { name: 'Delete image' }).click()
      await other.waitForURL(/\/images$/)
      await other.close()
      await comeBack(page)
      await expect(page.getByRole('button', { name: 'Edit' })).toBeDisabled()
    },
  },
  {
    name: 'image-deactivated',
    reach: (page, simulator) => openGolden(page, simulator, { status: 'deactivated' }),
  },
  {
    name: 'copy-under-way',
    reach: async (page, simulator) => {
      await openGolden(page, simulator, { name: `web-base-${Date.now()}` })
      await openAct(page, 'Copy…')
      await dialog(page).getByRole('button', { name: 'Copy image' }).click()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('region', { name: 'Just happened' })).toContainText('was sent to IMS')
    },
  },
  {
    name: 'image-menu-shared',
    reach: async (page, simulator) => {
      await openGolden(page, simulator, {
        owner: 'eu-de_lab',
        members: [{ project: 'eu-de_demo', status: 'accepted' }],
      })
      await page.getByRole('button', { name: 'More actions' }).click()
      await expect(page.getByRole('menu')).toBeVisible()
    },
  },
  {
    name: 'image-tried',
    reach: async (page, simulator) => {
      await openGolden(page, simulator, { hw_firmware_type: 'bios' })
      await page.getByRole('button', { name: 'It does not boot' }).click()
      await mainSays(page, 'it does not boot.')
    },
  },
  {
    name: 'image-offered',
    reach: async (page, simulator) => {
      await openGolden(page, simulator, {
        owner: 'eu-de_lab',
        members: [{ project: 'eu-de_demo', status: 'pending' }],
      })
      await mainSays(page, 'Another project offers this image.')
    },
  },
  {
    name: 'image-sharing',
    reach: async (page, simulator) => {
      await openGolden(page, simulator, { members: [{ project: 'eu-de_lab', status: 'accepted' }] })
      await openTab(page, /Sharing/)
      await mainSays(page, 'Accepted')
    },
  },
  {
    name: 'image-code',
    reach: async (page, simulator) => {
      await openGolden(page, simulator)
      await openTab(page, /Use in code/)
      await mainSays(page, 'Make a server from it')
    },
  },
  {
    name: 'image-delete-shared',
    reach: async (page, simulator) => {
      await openGolden(page, simulator, { members: [{ project: 'eu-de_lab', status: 'accepted' }] })
      await openAct(page, 'Delete image')
    },
  },
  {
    name: 'export-dialog',
    reach: async (page, simulator) => {
      await openGolden(page, simulator)
      await openAct(page, 'Export…')
    },
  },
  {
    name: 'export-buckets',
    reach: async (page, simulator) => {
      await openGolden(page, simulator)
      await openAct(page, 'Export…')
      await dialog(page).getByRole('combobox', { name: 'Bucket' }).press('ArrowDown')
      await expect(dialog(page).getByRole('listbox', { name: 'Choices' })).toBeVisible()
    },
  },
  {
    name: 'export-refused',
    reach: async (page, simulator) => {
      await openGolden(page, simulator)
      await openAct(page, 'Export…')
      await dialog(page).getByLabel('File name').fill('centos70.qcow2')
      await dialog(page).getByRole('button', { name: 'Export image' }).click()
      await expect(dialog(page)).toContainText('IMG.0070')
    },
  },
  {
    name: 'copy-dialog',
    reach: async (page, simulator) => {
      await openGolden(page, simulator)
      await openAct(page, 'Copy…')
      await dialog(page).getByRole('radio', { name: 'With a KMS key' }).check({ force: true })
    },
  },
  {
    name: 'replicate-nowhere',
    reach: async (page, simulator) => {
      await openGolden(page, simulator)
      await openAct(page, /^Replicate/)
      await expect(dialog(page)).toContainText('knows no other region')
    },
  },
  {
    name: 'job-exporting',
    reach: async (page, simulator) => {
      await simulator.setSpeed(20)
      await openGolden(page, simulator, { name: `web-base-${Date.now()}` })
      await openAct(page, 'Export…')
      await dialog(page).getByRole('button', { name: 'Export image' }).click()
      await page.waitForURL(/\/jobs\//)
      await expect(jobStatus(page)).toHaveText('Running')
    },
  },
  {
    name: 'job-exported',
    reach: async (page, simulator) => {
      await openGolden(page, simulator, { name: `web-base-${Date.now()}` })
      await openAct(page, 'Export…')
      await dialog(page).getByRole('button', { name: 'Export image' }).click()
      await page.waitForURL(/\/jobs\//)
      await expect(jobStatus(page)).toHaveText('Succeeded')
    },
  },
  {
    name: 'import-filled-in-from-afar',
    reach: async (page) => {
      const facts = new URLSearchParams({
        file: 'ims-image:centos70.qcow2',
        name: 'web-base-12',
        disk: '40',
        boot: 'bios',
        tags: 'team=web',
        from: 'eu-nl · Netherlands, eu-nl_platform',
      })
      await signIn(page, `/import?${facts}`)
      await mainSays(page, 'Filled in from web-base-12')
    },
  },
]
