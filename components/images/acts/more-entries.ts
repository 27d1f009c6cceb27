import type { MenuEntry } from '@/components/elements/Menu'
import { prefillOf, prefillQuery } from '@/lib/images/prefill'
import type { ImageService, ImageView } from '@/lib/images/view'
import { paths } from '@/lib/navigation'
import type { ImageDialog } from './ImageDialogs'
import { type ImageActs, whyWords } from './image-acts'

/** What few people need, behind the dots of the image's page. */
export function moreEntries(
  image: ImageView,
  acts: ImageActs,
  open: (dialog: ImageDialog) => void,
  api: ImageService['api'],
): MenuEntry[] {
  const again = importAgain(image, api)
  const canExport = whyWords(acts.export)
  return [
    { label: 'Export…', why: canExport, onSelect: () => open('export') },
    { label: 'Copy…', why: whyWords(acts.copy), onSelect: () => open('copy') },
    { label: 'Replicate to another region…', why: canExport, onSelect: () => open('replicate') },
    again === null
      ? {
          label: 'Import again',
          why: api === 'ims' ? 'The file it came from is not known.' : acts.export.why,
          onSelect: () => {},
        }
      : { label: 'Import again', href: again },
    {
      label: 'Delete image',
      isBad: true,
      // What can be done about it is said in the dialog.
      why: image.own && image.isProtected ? null : whyWords(acts.delete),
      onSelect: () => open('delete'),
    },
  ]
}

/** The import form filled in from the image; null where no file is known, or nothing is imported. */
export function importAgain(image: ImageView, api: ImageService['api']): string | null {
  if (api !== 'ims') return null
  if (image.job?.startedBy && !image.job.copyOf) return paths.importAgain(image.job.id)
  const file = image.job?.file ?? image.sourceFile
  if (!file) return null
  return paths.importFilledIn(prefillQuery(prefillOf(image, file)))
}
