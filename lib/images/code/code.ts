/** The same thing in other tools: what a person does with an image on its page, as code. */
import { ansible } from './ansible.ts'
import { curl } from './curl.ts'
import { openstack } from './openstack.ts'
import type { Code, CodeAct, CodeLanguage, CodeSubject } from './subject.ts'
import { terraform } from './terraform.ts'

const WRITERS = { curl, openstack, terraform, ansible } as const satisfies Record<
  CodeLanguage,
  (act: CodeAct, subject: CodeSubject) => Code
>

export function codeFor(language: CodeLanguage, act: CodeAct, subject: CodeSubject): Code {
  return WRITERS[language](act, subject)
}
