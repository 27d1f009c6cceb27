'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { Card } from '@/components/elements/Card'
import { EMPTY_DRAFT, type ImportDraft } from '@/lib/import/draft'
import { AdvancedSection } from './AdvancedSection'
import { DiskSection } from './DiskSection'
import { DraftNote } from './DraftNote'
import { type FieldName, fieldId, isAdvanced, visibleFields } from './fields'
import type { FormStart } from './form-start'
import { ImageSection } from './ImageSection'
import classes from './ImportForm.module.css'
import { ImportPreflight } from './ImportPreflight'
import { OutcomeBox } from './OutcomeBox'
import { PreflightContext } from './PreflightContext'
import { ProblemSummary } from './ProblemSummary'
import { SendingContext } from './SendingContext'
import { SourceSection } from './SourceSection'
import { SubmitBar } from './SubmitBar'
import { useErrorTitle } from './useErrorTitle'
import { useFormChoices } from './useFormChoices'
import { useImportPreflight } from './useImportPreflight'
import { useImportResolver } from './useImportResolver'
import { useKeptDraft } from './useKeptDraft'
import { usePanelKey } from './usePanelKey'
import { type SubmitAction, useSubmitImport } from './useSubmitImport'

type Props = {
  project: { id: string; name: string }
  start: FormStart
  /** The server action. */
  submit: SubmitAction
  /** Said above the form, such as that the past import asked for is not there. */
  notice?: ReactNode
}

const holdsAdvanced = (draft: ImportDraft) =>
  visibleFields(draft).some((name) => isAdvanced(name) && draft[name] !== EMPTY_DRAFT[name])

/** The import form. Mount it anew (`key`) for another project or another start. */
export function ImportForm({ project, start, submit, notice }: Props) {
  const choices = useFormChoices(start.set)
  const { resolver, verdicts } = useImportResolver(choices)
  const form = useForm<ImportDraft>({
    resolver,
    defaultValues: start.draft,
    mode: 'onBlur',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  })
  const [isAdvancedOpen, setIsAdvancedOpen] = useState(
    () => holdsAdvanced(start.draft) || (start.culprit !== null && isAdvanced(start.culprit.field)),
  )
  const preflight = useImportPreflight({ form, choices })
  const kept = useKeptDraft({
    form,
    projectId: project.id,
    origin: start.origin,
    empty: start.empty,
    choices,
    onFill: (draft) => {
      if (holdsAdvanced(draft)) setIsAdvancedOpen(true)
      preflight.openFile(draft.imageFile)
    },
  })
  const { outcome, phase, press } = useSubmitImport({
    form,
    verdicts,
    submission: kept.submission,
    projectId: project.id,
    submit,
    finishReading: preflight.finish,
    sendAnyway: () => choices.now().sendAnyway,
    onWrong: (fields) => {
      if (fields.some(isAdvanced)) setIsAdvancedOpen(true)
    },
  })
  const isSending = phase !== 'idle'
  const box = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const switchToPanel = usePanelKey(panel)
  const { errors } = form.formState
  const [kind, quickImport] = useWatch({ control: form.control, name: ['kind', 'quickImport'] })
  const problems = visibleFields({ kind, quickImport }).flatMap((field) => {
    const message = errors[field]?.message
    return message === undefined ? [] : [{ field, message }]
  })
  const isWrong = outcome?.kind === 'problems' && problems.length > 0
  useErrorTitle(isWrong || outcome?.kind === 'error')

  useEffect(() => {
    // The document's focus: a keyboard and a screen reader go to what came of the attempt.
    if (outcome) box.current?.focus()
  }, [outcome])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, over the values the form was opened with.
  useEffect(() => {
    // The form library's store, which takes no errors while rendering.
    if (!start.culprit) return
    verdicts.add([start.culprit], start.draft)
    void form.trigger(start.culprit.field)
  }, [])

  const goTo = (field: FieldName) => {
    if (isAdvanced(field)) flushSync(() => setIsAdvancedOpen(true))
    document.getElementById(fieldId(field))?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (switchToPanel(event)) return
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    // Leaving the field first lets it take what is typed: an address, a tag.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    void press()
  }

  return (
    <FormProvider {...form}>
      <SendingContext value={isSending}>
        <PreflightContext value={preflight.context}>
          <div className={classes.room}>
            <form
              className={classes.form}
              noValidate
              aria-busy={isSending}
              data-ready={kept.isReady ? '' : undefined}
              onSubmit={(event) => {
                event.preventDefault()
                void press()
              }}
              onKeyDown={onKeyDown}
            >
              <div className={classes.above}>
                {notice}
                {isWrong ? <ProblemSummary ref={box} problems={problems} onGoTo={goTo} /> : null}
                {outcome && outcome.kind !== 'problems' ? (
                  <OutcomeBox
                    ref={box}
                    outcome={outcome}
                    projectName={project.name}
                    onWait={() => void press(true)}
                  />
                ) : null}
              </div>
              <Card className={classes.source}>
                <SourceSection
                  bucket={start.bucket}
                  beside={
                    <DraftNote state={kept.note} onStartEmpty={kept.startEmpty} onUseDraft={kept.useKept} />
                  }
                />
              </Card>
              <ImportPreflight
                ref={panel}
                preflight={preflight}
                choices={choices}
                className={classes.preflight}
              />
              <Card className={classes.rest}>
                <ImageSection />
                <DiskSection />
                <AdvancedSection
                  isOpen={isAdvancedOpen}
                  onToggle={() => setIsAdvancedOpen((isOpen) => !isOpen)}
                />
                <SubmitBar
                  phase={phase}
                  problemCount={isWrong ? problems.length : preflight.blocking.length}
                  onShowProblems={() => (isWrong ? box : panel).current?.focus()}
                />
              </Card>
            </form>
          </div>
        </PreflightContext>
      </SendingContext>
    </FormProvider>
  )
}
