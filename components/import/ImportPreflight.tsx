'use client'

import { type Ref, useMemo } from 'react'
import { FindingCard } from '@/components/preflight/FindingCard'
import { LocalFileBar } from '@/components/preflight/LocalFileBar'
import { LocalFileFoot } from '@/components/preflight/LocalFileFoot'
import { PreflightPanel } from '@/components/preflight/PreflightPanel'
import { useFileDrop } from '@/components/preflight/useFileDrop'
import { useLocalFile } from '@/components/preflight/useLocalFile'
import type { Finding } from '@/lib/disk-image/findings/finding'
import { actionFor } from '@/lib/import/finding-action'
import { foundInFile } from '@/lib/import/found-in-file'
import { preflightFindings } from '@/lib/preflight/findings'
import type { FormChoices } from './useFormChoices'
import type { useImportPreflight } from './useImportPreflight'

type Props = {
  preflight: ReturnType<typeof useImportPreflight>
  choices: FormChoices
  className?: string | undefined
  ref: Ref<HTMLDivElement>
}

/**
 * The panel of the form's file, or of one on this computer while one is being looked at. That one is judged by the
 * form's values too, and may change them, but it neither fills them in nor keeps the form from being sent.
 */
export function ImportPreflight({ preflight, choices, className, ref }: Props) {
  const local = useLocalFile()
  const drop = useFileDrop((file) => void local.check(file))
  const { request } = preflight
  const facts = local.file?.reading.state === 'read' ? local.file.reading.facts : null
  const localFindings = useMemo(() => (facts ? preflightFindings(facts, request) : []), [facts, request])
  const found = local.file ? foundInFile(facts?.inspection ?? null) : preflight.found

  const card = (finding: Finding) => {
    const action = actionFor(finding, found)
    return (
      <FindingCard
        key={finding.id}
        finding={finding}
        action={action && { label: action.label, onPress: () => preflight.context.apply(action.changes) }}
        override={
          local.file
            ? null
            : {
                isChosen: choices.sendAnyway.includes(finding.id),
                onChoose: (isChosen) => choices.chooseSendAnyway(finding.id, isChosen),
              }
        }
      />
    )
  }
  return (
    // Takes a dropped file; the button at its foot does the same by keyboard.
    <div className={className} {...drop.target}>
      <PreflightPanel
        ref={ref}
        reading={local.file?.reading ?? preflight.reading}
        findings={local.file ? localFindings : preflight.findings}
        card={card}
        onCheckAgain={local.file ? null : preflight.checkAgain}
        isChecking={!local.file && preflight.isChecking}
        source={local.file ? <LocalFileBar name={local.file.name} onClose={local.close} /> : null}
        foot={<LocalFileFoot isOver={drop.isOver} onChoose={(file) => void local.check(file)} />}
      />
    </div>
  )
}
