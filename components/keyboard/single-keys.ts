import { type Section, sectionsOf } from '@/components/shell/sections'
import type { ImageApi } from '@/lib/config/image-apis'

/** The letter after `g` that leads to a section, by its title. Sections that do not exist have none. */
const LETTERS: Partial<Record<string, string>> = {
  Images: 'i',
  Jobs: 'j',
  Buckets: 'b',
  Activity: 'a',
  Settings: 's',
}

type Place = { letter: string; section: Section }

export const placesOf = (imageApi: ImageApi): readonly Place[] =>
  sectionsOf(imageApi).flatMap((section) => {
    const letter = LETTERS[section.title]
    return letter ? [{ letter, section }] : []
  })

export const sectionAt = (letter: string, imageApi: ImageApi): Section | undefined =>
  placesOf(imageApi).find((place) => place.letter === letter)?.section
