import type { Page } from '@playwright/test'
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
