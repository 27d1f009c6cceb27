import type { ListedImage } from '@/lib/images/listed'

export type RowAct = 'delete' | 'tag' | 'share'

/** What rows ask the page for. The same functions for all rows and every drawing of them. */
export type RowActs = {
  toggle: (id: string, isRange: boolean) => void
  /** Opens the dialog for these images. */
  ask: (act: RowAct, rows: readonly ListedImage[]) => void
  /** Ends with the answer, whatever became of it. */
  answer: (row: ListedImage, answer: 'accepted' | 'rejected') => Promise<void>
}
