'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { preflightQuery } from '@/components/preflight/queries'
import type { FileFacts } from '@/components/preflight/reading'
import { useReading } from '@/components/preflight/useReading'
import type { ImportDraft } from '@/lib/import/draft'
import type { FormChanges } from '@/lib/import/finding-action'
import { findingRequestOf } from '@/lib/import/finding-request'
import { FOUND_FIELDS, fillingOf, foundInFile, inFileAlone } from '@/lib/import/found-in-file'
import { obstacles, preflightFindings } from '@/lib/preflight/findings'
import { applyChanges } from './apply-changes'
import { fieldFinding } from './field-finding'
import { type FieldName, fieldId, isFieldName, isFoundField } from './fields'
import { addressIn } from './known-findings'
import type { FormPreflight } from './PreflightContext'
import type { FormChoices } from './useFormChoices'
import { useObstacleMessages } from './useObstacleMessages'

/** How long pressing Import image waits for a file that is still being read; then it goes by what is known. */
const FINISH_WITHIN_MS = 5_000

type Options = { form: UseFormReturn<ImportDraft>; choices: FormChoices }

/** Reads the form's file, fills in what it tells, and judges the form by it after every change without another read. */
export function useImportPreflight({ form, choices }: Options) {
  const queryClient = useQueryClient()
  const text = useWatch({ control: form.control, name: 'imageFile' })
  const request = useWatch({ control: form.control, compute: findingRequestOf })
  const [taken, setTaken] = useState(() => addressIn(form.getValues().imageFile))
  // What is typed on is no file yet, and nothing is said of the one before.
  const address = taken !== null && addressIn(text) === taken ? taken : null
  const { reading, isChecking, checkAgain } = useReading(address)
  const facts = reading.state === 'read' ? reading.facts : null
  const found = useMemo(() => foundInFile(facts?.inspection ?? null), [facts])
  const findings = useMemo(() => (facts ? preflightFindings(facts, request) : []), [facts, request])
  const blocking = obstacles(findings, choices.sendAnyway)
  useObstacleMessages(form, blocking)

  const filledFrom = useRef<FileFacts | null>(null)
  /** A field that somebody was in when its file had been read. */
  const waiting = useRef<FieldName | null>(null)
  const fill = (from: FileFacts) => {
    if (filledFrom.current === from) return
    filledFrom.current = from
    const inFocus = document.activeElement?.id
    waiting.current = FOUND_FIELDS.find((name) => fieldId(name) === inFocus) ?? null
    const inFile = inFileAlone(foundInFile(from.inspection))
    // At once, lest the person get into a field between its being chosen and its being filled in.
    flushSync(() => put(fillingOf(inFile, (name) => name === waiting.current || choices.isSet(name))))
  }
  const put = (changes: FormChanges) => {
    applyChanges(form, changes)
    const wrong = Object.keys(form.formState.errors).filter(isFieldName)
    if (wrong.length > 0) void form.trigger(wrong)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each file that was read.
  useEffect(() => {
    // The form library's store; after the rendering, which must have ended before another can be finished at once.
    if (facts) queueMicrotask(() => fill(facts))
    // The same file, chosen again in a form that was emptied, fills it in again.
    else filledFrom.current = null
  }, [facts])

  const context: FormPreflight = {
    found,
    object: facts?.object ?? null,
    findingAt: (name) => fieldFinding(findings, name, found),
    onSet: (name) => {
      if (isFoundField(name)) choices.setByHand(name)
    },
    onLeave: (name) => {
      if (waiting.current !== name) return
      waiting.current = null
      put(fillingOf(inFileAlone(found), (other) => other !== name || choices.isSet(other)))
    },
    apply: (changes) => {
      for (const name of Object.keys(changes).filter(isFoundField)) {
        if (found[name]?.from === 'file') choices.leaveToFile(name)
        else choices.setByHand(name)
      }
      put(changes)
    },
    takeFile: (whole) => {
      if (whole === taken) return
      setTaken(whole)
      choices.replace({ ...choices.now(), sendAnyway: [] })
    },
  }

  return {
    context,
    reading,
    isChecking,
    checkAgain: address === null ? null : checkAgain,
    found,
    findings,
    blocking,
    request,
    /** The file of values that were put in as a whole. */
    openFile: (imageFile: string) => setTaken(addressIn(imageFile)),
    /** Null: all that can be known of the file is known. Else it ends when it is, or soon enough. */
    finish: (): Promise<void> | null => {
      const whole = addressIn(form.getValues().imageFile)
      if (whole === null) return null
      const query = preflightQuery(whole)
      const state = queryClient.getQueryState(query.queryKey)
      if (state?.data) fill(state.data)
      if (state && state.status !== 'pending' && state.fetchStatus !== 'fetching') return null
      const read = queryClient.fetchQuery(query).then(fill, () => {
        // Not known is no reason not to send; the panel says why.
      })
      return Promise.race([read, new Promise<void>((resolve) => setTimeout(resolve, FINISH_WITHIN_MS))])
    },
  }
}
