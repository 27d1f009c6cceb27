'use client'

import { type SyntheticEvent, useRef, useState } from 'react'
import { type Resolver, useForm, useWatch } from 'react-hook-form'
import { useWarnBeforeLeaving } from '@/components/elements/useWarnBeforeLeaving'
import { useSession } from '@/components/shell/SessionContext'
import type { ActingProblem } from '@/lib/images/acting'
import {
  differences,
  draftOf,
  type Editable,
  type EditableField,
  type EditDraft,
  editableOf,
  readEdit,
} from '@/lib/images/edit'
import { EDIT_RULES } from '@/lib/images/edit-rules'
import { ownSide, taking } from '@/lib/images/rebase'
import type { ImageView } from '@/lib/images/view'
import { useSaveImage } from './useSaveImage'

/** Someone else's values of the fields that both changed, beside one's own; and which of them stands, once chosen. */
export type Conflict = {
  fields: readonly EditableField[]
  mine: Editable
  theirs: Editable
  chosen: Readonly<Partial<Record<EditableField, 'mine' | 'theirs'>>>
}

type Start = { seen: Editable; draft: EditDraft }

const startOf = (image: ImageView): Start => {
  const seen = editableOf(image)
  return { seen, draft: draftOf(seen) }
}

/** The form's values outlive the drawer: what is closed without saving is still there when it opens again. */
export function useEditForm(image: ImageView, isOpen: boolean, onSaved: () => void) {
  const { imageApi } = useSession()
  const rules = EDIT_RULES[imageApi]
  const save = useSaveImage(image)
  const [start, setStart] = useState<Start>(() => startOf(image))
  const [problem, setProblem] = useState<Extract<ActingProblem, { reason: string }> | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const { seen } = start

  const resolver: Resolver<EditDraft, unknown, Editable> = (draft) => {
    const read = readEdit(draft, seen, rules)
    if (read.ok) return { values: read.value, errors: {} }
    const errors = Object.entries(read.error).map(([field, message]) => [field, { type: 'rule', message }])
    return { values: {}, errors: Object.fromEntries(errors) }
  }
  const form = useForm<EditDraft, unknown, Editable>({ resolver, values: start.draft, mode: 'onTouched' })
  const draft = useWatch({ control: form.control, compute: (values: EditDraft) => values })
  const read = readEdit(draft, seen, rules)
  const changed = read.ok ? differences(seen, read.value) : null
  const isClean = changed?.length === 0

  // Nothing was typed, so what opens next begins with the image as it is by then.
  if (!isOpen && isClean && conflict === null && differences(seen, editableOf(image)).length > 0)
    setStart(startOf(image))

  useWarnBeforeLeaving(isOpen && !isClean)

  const focusBox = () => requestAnimationFrame(() => box.current?.focus())

  async function send(wanted: Editable) {
    setProblem(null)
    const acted = await save(seen, wanted)
    if (!acted.ok) {
      refuse(acted.error, wanted)
      return
    }
    if (acted.value.outcome === 'saved') {
      setConflict(null)
      const now = acted.value.image ? editableOf(acted.value.image) : wanted
      setStart({ seen: now, draft: draftOf(now) })
      onSaved()
      return
    }
    const { fields, now } = acted.value
    const mine = ownSide(seen, wanted, now, fields, imageApi)
    setConflict({ fields, mine, theirs: now, chosen: {} })
    setStart({ seen: now, draft: draftOf(mine) })
    focusBox()
  }

  function refuse(refusal: ActingProblem, wanted: Editable) {
    if (refusal.reason === 'fields') {
      const wrong = Object.entries(refusal.fields).filter(([field]) => field in wanted)
      for (const [field, message = ''] of wrong)
        if (isField(field)) form.setError(field, { type: 'server', message }, { shouldFocus: true })
      return
    }
    // What was taken before the refusal is the image's own by now.
    if (refusal.reason === 'not-done' && refusal.saved) {
      const taken = taking(seen, wanted, refusal.saved)
      setStart({ seen: taken, draft: draftOf(wanted) })
    }
    if (refusal.reason === 'session-ended') return
    setProblem(refusal)
    focusBox()
  }

  function choose(field: EditableField, side: 'mine' | 'theirs') {
    if (!conflict) return
    setConflict({ ...conflict, chosen: { ...conflict.chosen, [field]: side } })
    const values = draftOf(side === 'mine' ? conflict.mine : conflict.theirs)
    form.setValue(field, values[field])
    // Of two limits that do not go together the other one may be marked.
    void form.trigger([...conflict.fields])
  }

  const isSubmitting = useRef(false)
  const submit = form.handleSubmit(async (wanted) => {
    if (isUndecided) focusBox()
    else if (!isClean) await send(wanted)
    else if (conflict) {
      // Theirs was taken throughout, so the image is as it was chosen to be.
      setConflict(null)
      onSaved()
    }
  })
  const isUndecided = conflict?.fields.some((field) => conflict.chosen[field] === undefined) ?? false
  return {
    form,
    box,
    problem,
    conflict,
    isClean,
    isUndecided,
    isSaving: form.formState.isSubmitting,
    /** What would be sent; null while a field is wrong. */
    pending: read.ok ? { seen, wanted: read.value } : null,
    choose,
    submit: async (event?: SyntheticEvent) => {
      event?.preventDefault()
      // A second press may come before the button says that it is saving.
      if (isSubmitting.current) return
      isSubmitting.current = true
      try {
        await submit(event)
      } finally {
        isSubmitting.current = false
      }
    },
    startAgain: () => {
      setProblem(null)
      setConflict(null)
      const fresh = startOf(image)
      setStart(fresh)
      form.reset(fresh.draft)
    },
  }
}

const isField = (field: string): field is EditableField =>
  ['name', 'description', 'tags', 'minRamMb', 'maxRamMb', 'bootMode', 'isProtected'].includes(field)
