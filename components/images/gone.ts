import type { ImageState, ImageView } from '@/lib/images/view'

type Gone = {
  state: ImageState
  /** For the status and the document's title. */
  word: string
  why: string
}

/** What is said of an image that cannot be read any more: another project may only have ended its sharing. */
export function goneWords({ own, state }: Pick<ImageView, 'own' | 'state'>): Gone {
  return own || state === 'deleted'
    ? { state: 'deleted', word: 'Deleted', why: 'This image was deleted.' }
    : {
        state: 'other',
        word: 'Not available',
        why: 'It was deleted, or is no longer shared with this project.',
      }
}
