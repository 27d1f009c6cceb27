import type { IconName } from '@/components/elements/Icon'
import type { ImageApi } from '@/lib/config/image-apis'
import { paths } from '@/lib/navigation'

export type Section = { title: string; href: string; icon: IconName; only?: ImageApi }

/** Only pages that exist. */
const SECTIONS: readonly Section[] = [
  { title: 'Import', href: paths.import(), icon: 'import', only: 'ims' },
  { title: 'Jobs', href: paths.jobs(), icon: 'jobs', only: 'ims' },
  { title: 'Images', href: paths.images(), icon: 'images' },
  { title: 'Activity', href: paths.activity(), icon: 'activity' },
  { title: 'Settings', href: paths.settings(), icon: 'settings' },
]

/** What the cloud can do: without IMS there are no imports, and no jobs of them. */
export const sectionsOf = (imageApi: ImageApi): readonly Section[] =>
  SECTIONS.filter(({ only = imageApi }) => only === imageApi)

/** The section an address belongs to, and whether it is a page below it. */
export function sectionOf(pathname: string): { section: Section; below: boolean } | null {
  const section = SECTIONS.find(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
  return section ? { section, below: pathname !== section.href } : null
}
