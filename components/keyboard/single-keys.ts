import { SECTIONS, type Section } from '@/components/shell/sections'

/** The letter after `g` that leads to a section, by its title. Sections that do not exist have none. */
const LETTERS: Partial<Record<string, string>> = {
  Images: 'i',
  Jobs: 'j',
  Buckets: 'b',
  Activity: 'a',
  Settings: 's',
}

type Place = { letter: string; section: Section }

export const PLACES: readonly Place[] = SECTIONS.flatMap((section) => {
  const letter = LETTERS[section.title]
  return letter ? [{ letter, section }] : []
})

export const sectionAt = (letter: string): Section | undefined =>
  PLACES.find((place) => place.letter === letter)?.section
