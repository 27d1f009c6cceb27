'use client'

import { useSession } from '@/components/shell/SessionContext'
import { codeFor } from '@/lib/images/code/code'
import type { Editable } from '@/lib/images/edit'
import type { ImageService, ImageView } from '@/lib/images/view'
import classes from './ChangeAsCode.module.css'
import { CodeBlock } from './CodeBlock'
import { changeInCode, codeSubject } from './code-subject'
import { LanguageChoice } from './LanguageChoice'
import { useCodeLanguage } from './useCodeLanguage'

type Props = { image: ImageView; service: ImageService; seen: Editable; wanted: Editable }

/** What Save is about to do, for whoever wants it in a script. */
export function ChangeAsCode({ image, service, seen, wanted }: Props) {
  const { project } = useSession()
  const [language, choose] = useCodeLanguage()
  const subject = codeSubject(image, service, project.id, {
    ...changeInCode(seen, wanted, service.api),
    memberId: null,
  })
  return (
    <div className={classes.code}>
      <LanguageChoice language={language} onChoose={choose} />
      <CodeBlock code={codeFor(language, 'change', subject)} label="These changes" />
    </div>
  )
}
