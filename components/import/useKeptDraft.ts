'use client'

import { useEffect, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { ImportDraft } from '@/lib/import/draft'
import type { DraftNoteState } from './DraftNote'
import {
  browserStorage,
  isSameDraft,
  type KeptDraft,
  readDraft,
  removeDraft,
  writeDraft,
} from './draft-storage'
import { makeSubmissionId } from './submission-id'
import type { FormChoices } from './useFormChoices'

const SAVE_AFTER_MS = 400

type Options = {
  form: UseFormReturn<ImportDraft>
  projectId: string
  /** What the address asked the form to be filled from; null for the plain form, which takes up any draft. */
  origin: string | null
  /** The form as it is before anything is put into it. */
  empty: ImportDraft
  choices: FormChoices
  onFill: (draft: ImportDraft) => void
}

/**
 * Keeps what is typed in this browser, and with it the id under which it was sent: the same import sent again, after
 * a reload too, carries the same id and is made once.
 */
export function useKeptDraft({ form, projectId, origin, empty, choices, onFill }: Options) {
  const [note, setNote] = useState<DraftNoteState>({ kind: 'none' })
  const [isReady, setIsReady] = useState(false)
  const state = useRef<{
    submissionId: string
    sentAs: string | null
    origin: string | null
    lastKept: ImportDraft
    aside: KeptDraft | null
    isAccepted: boolean
  }>({ submissionId: '', sentAs: null, origin, lastKept: form.getValues(), aside: null, isAccepted: false })

  const keep = () => {
    const { sentAs, origin: filledFrom, isAccepted } = state.current
    if (isAccepted) return
    const draft = structuredClone(form.getValues())
    state.current.lastKept = draft
    if (isSameDraft(draft, empty)) removeDraft(browserStorage(), projectId)
    else writeDraft(browserStorage(), projectId, keptAs(Date.now(), { draft, sentAs, origin: filledFrom }))
  }
  const keptAs = (savedAt: number, parts: Pick<KeptDraft, 'draft' | 'sentAs' | 'origin'>): KeptDraft => {
    const { set, sendAnyway } = choices.now()
    return { ...parts, savedAt, set: [...set], sendAnyway: [...sendAnyway] }
  }

  const fill = (kept: KeptDraft) => {
    const { submissionId } = state.current
    Object.assign(state.current, {
      submissionId: kept.sentAs ?? submissionId,
      sentAs: kept.sentAs,
      origin: kept.origin,
      lastKept: kept.draft,
      aside: null,
    })
    choices.replace(kept)
    choices.markSent(kept.sentAs !== null)
    form.reset(kept.draft)
    onFill(kept.draft)
    setNote({ kind: 'restored', savedAt: kept.savedAt })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: reads storage once; the form is remounted for another project or address.
  useEffect(() => {
    // This browser's storage and random numbers, neither of which the server has.
    state.current.submissionId = makeSubmissionId()
    const kept = readDraft(browserStorage(), projectId)
    if (kept && (origin === null || kept.origin === origin)) {
      fill(kept)
    } else if (kept) {
      state.current.aside = kept
      setNote({ kind: 'aside', savedAt: kept.savedAt })
    }
    setIsReady(true)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: one subscription for the life of the form.
  useEffect(() => {
    // This browser's storage, written a moment after the last change and at the latest when the page goes away.
    let timer: ReturnType<typeof setTimeout> | undefined
    const flush = () => {
      if (timer === undefined) return
      clearTimeout(timer)
      timer = undefined
      keep()
    }
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        if (isSameDraft(values, state.current.lastKept)) return
        clearTimeout(timer)
        timer = setTimeout(flush, SAVE_AFTER_MS)
      },
    })
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      unsubscribe()
      flush()
    }
  }, [])

  return {
    note,
    isReady,
    startEmpty: () => {
      const draft = structuredClone(form.getValues())
      const { sentAs, origin: filledFrom } = state.current
      const savedAt = note.kind === 'none' ? Date.now() : note.savedAt
      state.current.aside = keptAs(savedAt, { draft, sentAs, origin: filledFrom })
      Object.assign(state.current, { submissionId: makeSubmissionId(), sentAs: null, lastKept: empty })
      removeDraft(browserStorage(), projectId)
      choices.replace({ set: [], sendAnyway: [] })
      choices.markSent(false)
      form.reset(empty)
      setNote({ kind: 'aside', savedAt })
    },
    useKept: () => {
      if (state.current.aside) fill(state.current.aside)
    },
    submission: {
      /** The id to send under, remembered before it is used. */
      begin: () => {
        state.current.sentAs = state.current.submissionId
        choices.markSent(true)
        keep()
        return state.current.submissionId
      },
      /** An answer says that nothing was taken: the next attempt is a new one. */
      refused: () => {
        Object.assign(state.current, { submissionId: makeSubmissionId(), sentAs: null })
        choices.markSent(false)
        keep()
      },
      accepted: () => {
        state.current.isAccepted = true
        removeDraft(browserStorage(), projectId)
      },
    },
  }
}
