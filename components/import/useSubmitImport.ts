'use client'

import { useQueryClient } from '@tanstack/react-query'
import { unstable_isUnrecognizedActionError, useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { jobListQuery } from '@/components/jobs/queries'
import { PREFLIGHT_KEY } from '@/components/preflight/queries'
import { reportSessionEnded } from '@/components/shell/session-state'
import type { ImportDraft } from '@/lib/import/draft'
import type { SubmitProblem, SubmitResult } from '@/lib/import/submission'
import { paths } from '@/lib/navigation'
import { type FieldName, isFieldName } from './fields'
import { fieldOf, messageOf } from './known-findings'
import type { Outcome } from './outcome'
import type { Verdicts } from './useImportResolver'
import type { useKeptDraft } from './useKeptDraft'

/** `checking`: the file is still being read. */
export type SubmitPhase = 'idle' | 'checking' | 'sending'

export type SubmitAction = (input: unknown) => Promise<SubmitResult>

type Options = {
  form: UseFormReturn<ImportDraft>
  verdicts: Verdicts
  submission: ReturnType<typeof useKeptDraft>['submission']
  projectId: string
  submit: SubmitAction
  /** Waits for a file that is still being read; null when none is. */
  finishReading: () => Promise<void> | null
  /** Ids of findings that are to be sent all the same. */
  sendAnyway: () => readonly string[]
  /** Fields found wrong, by the schema or the server. */
  onWrong: (fields: readonly FieldName[]) => void
}

/** Sends the form once a press. Any answer but acceptance leaves every value as it was. */
export function useSubmitImport({ form, verdicts, submission, projectId, submit, ...rest }: Options) {
  const { finishReading, sendAnyway, onWrong } = rest
  const router = useRouter()
  const queryClient = useQueryClient()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [phase, setPhase] = useState<SubmitPhase>('idle')
  /** Also true before the next rendering: two presses in one moment are one. */
  const isPressed = useRef(false)

  const reject = (problems: readonly { field: FieldName; message: string }[], draft: ImportDraft) => {
    verdicts.add(problems, draft)
    for (const { field, message } of problems) form.setError(field, { type: 'server', message })
    onWrong(problems.map(({ field }) => field))
  }

  const answer = (problem: SubmitProblem, draft: ImportDraft): Outcome | null => {
    switch (problem.reason) {
      case 'fields':
        reject(problem.fields, draft)
        return { kind: 'problems' }
      case 'preflight':
        reject(
          problem.findings.map((finding) => ({ field: fieldOf(finding), message: messageOf(finding) })),
          draft,
        )
        // The server has seen more of the file than this page.
        void queryClient.invalidateQueries({ queryKey: [PREFLIGHT_KEY] })
        return { kind: 'problems' }
      case 'refused': {
        const { field, title } = problem.error
        if (field !== null && isFieldName(field)) reject([{ field, message: `${title}.` }], draft)
        return { kind: 'error', error: problem.error, mayWait: problem.mayWait }
      }
      case 'not-sent':
        return { kind: 'error', error: problem.error, mayWait: false }
      case 'project-changed':
        return { kind: 'project-changed', projectName: problem.projectName }
      case 'session-ended':
        reportSessionEnded()
        return null
    }
  }

  /** True when the next page is on its way. */
  const send = async (draft: ImportDraft, wait: boolean): Promise<boolean> => {
    if (!navigator.onLine) {
      setOutcome({ kind: 'offline' })
      return false
    }
    let result: SubmitResult
    try {
      const submissionId = submission.begin()
      result = await submit({ submissionId, projectId, draft, sendAnyway: sendAnyway(), wait })
    } catch (error) {
      setOutcome({ kind: unstable_isUnrecognizedActionError(error) ? 'updated' : 'no-answer' })
      return false
    }
    if (result.ok) {
      submission.accepted()
      void queryClient.invalidateQueries({ queryKey: jobListQuery().queryKey })
      router.replace(paths.job(result.value.jobId))
      return true
    }
    submission.refused()
    setOutcome(answer(result.error, draft))
    return false
  }

  /** @param wait in Slipway's own queue, for IMS to have room */
  const press = async (wait = false) => {
    if (isPressed.current) return
    isPressed.current = true
    verdicts.clear()
    const reading = finishReading()
    if (reading) {
      setPhase('checking')
      await reading
    }
    let isWrong = false
    let isLeaving = false
    await form.handleSubmit(
      async (draft) => {
        setPhase('sending')
        isLeaving = await send(draft, wait)
      },
      (errors) => {
        isWrong = true
        onWrong(Object.keys(errors).filter(isFieldName))
      },
    )()
    // Only now has the form shown its messages: the summary that takes the focus is made of them.
    if (isWrong) setOutcome({ kind: 'problems' })
    if (isLeaving) return
    setPhase('idle')
    isPressed.current = false
  }

  return { outcome, phase, press }
}
