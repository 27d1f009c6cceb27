import type { IconName } from '@/components/elements/Icon'
import { paths } from '@/lib/navigation'

export type Section = { title: string; href: string; icon: IconName }

/** Only pages that exist. */
export const SECTIONS = [
  { title: 'Import', href: paths.import(), icon: 'import' },
  { title: 'Jobs', href: paths.jobs(), icon: 'jobs' },
  { title: 'Images', href: paths.images(), icon: 'images' },
  { title: 'Activity', href: paths.activity(), icon: 'activity' },
  { title: 'Settings', href: paths.settings(), icon: 'settings' },
] as const satisfies readonly Section[]

/** The section an address belongs to, and whether it is a page below it. */
export function sectionOf(pathname: string): { section: Section; below: boolean } | null {
  const section = SECTIONS.find(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
  return section ? { section, below: pathname !== section.href } : null
}
