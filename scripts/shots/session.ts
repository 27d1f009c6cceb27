import { fillImportForm, submitImport } from '../../e2e/import-form.ts'
import { signIn, submitSignIn } from '../../e2e/sign-in.ts'
import { A_DAY_SECONDS, CENTOS, expect, type Shot, settled } from './scene.ts'

export const sessionShots: Shot[] = [
  {
    name: 'sign-in-empty',
    reach: async (page) => {
      await page.goto('/sign-in')
      await settled(page)
    },
  },
  {
    name: 'sign-in-errors',
    reach: async (page) => {
      await page.goto('/sign-in')
      await submitSignIn(page, { domain: '', userName: '', password: '', project: '' })
      await expect(page.getByText('Enter the domain.')).toBeVisible()
    },
  },
  {
    name: 'sign-in-wrong-password',
    reach: async (page) => {
      await page.goto('/sign-in')
      await submitSignIn(page, { password: 'wrong' })
      await expect(page.getByText('Domain, user name or password is wrong')).toBeVisible()
    },
  },
  {
    name: 'sign-in-choose-project',
    reach: async (page) => {
      await page.goto('/sign-in')
      await submitSignIn(page, { project: '' })
      await expect(page.getByText('eu-de_lab')).toBeVisible()
    },
  },
  {
    name: 'session-ended',
    reach: async (page, simulator) => {
      await signIn(page)
      await fillImportForm(page, CENTOS)
      await simulator.advanceSeconds(A_DAY_SECONDS)
      await submitImport(page)
      await expect(page.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible()
    },
  },
]
