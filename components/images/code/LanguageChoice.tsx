'use client'

import { useId } from 'react'
import { Choices } from '@/components/form/Choices'
import { labelId } from '@/components/form/field-ids'
import { CODE_LANGUAGES, type CodeLanguage } from '@/lib/images/code/subject'
import { LANGUAGE_WORDS } from './useCodeLanguage'

type Props = { language: CodeLanguage; onChoose: (language: CodeLanguage) => void }

const OPTIONS = CODE_LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_WORDS[language] }))

export function LanguageChoice({ language, onChoose }: Props) {
  const id = useId()
  return (
    <div>
      <span id={labelId(id)} className="sr-only">
        Language
      </span>
      <Choices id={id} name={id} value={language} options={OPTIONS} onChange={onChoose} />
    </div>
  )
}
