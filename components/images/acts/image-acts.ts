import { type Asked, type ImageAct, possible, type Surroundings } from '@/lib/images/possible'
import type { ImageView } from '@/lib/images/view'
import { wayRound } from '@/lib/images/way-round'
import { isWorking } from '@/lib/jobs/states'
import { goneWords } from '../gone'

/** How an act stands: `why` not, with what serves instead, or what may still be in the way of it. */
export type ActState = { why: string | null; wayRound: string | null; caution: string | null }
export type ImageActs = Readonly<Record<ImageAct, ActState>>

/** @param isGone the image is not there any more; the page shows what was last known of it */
export function imageActs(image: Asked, around: Surroundings, isGone: boolean): ImageActs {
  const state = (act: ImageAct): ActState => {
    if (isGone) return { why: goneWords(image).why, wayRound: null, caution: null }
    const answer = possible(act, image, around)
    return answer.can
      ? { why: null, wayRound: null, caution: answer.caution }
      : { why: answer.why, wayRound: wayRound(act, image, around), caution: null }
  }
  return {
    change: state('change'),
    tag: state('tag'),
    share: state('share'),
    export: state('export'),
    copy: state('copy'),
    delete: state('delete'),
  }
}

/** By an export that goes on for all that is known: one whose answer was lost may never have begun. */
export function isBeingExported({ madeOfIt }: Pick<ImageView, 'madeOfIt'>): boolean {
  return madeOfIt.some(({ kind, state }) => kind === 'export' && isWorking(state))
}

/** Why not and what instead, in one line for a tooltip. */
export const whyWords = ({ why, wayRound: instead }: ActState): string | null =>
  why === null ? null : instead === null ? why : `${why} ${instead}`
