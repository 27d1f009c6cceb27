'use client'

import { Card } from '@/components/elements/Card'
import { useSession } from '@/components/shell/SessionContext'
import { codeFor } from '@/lib/images/code/code'
import type { CodeAct, CodeSubject } from '@/lib/images/code/subject'
import { isForAll } from '@/lib/images/share-rules'
import type { ImageService, ImageView, MemberList } from '@/lib/images/view'
import { CodeBlock } from './CodeBlock'
import classes from './CodeTab.module.css'
import { codeSubject } from './code-subject'
import { LanguageChoice } from './LanguageChoice'
import { useCodeLanguage } from './useCodeLanguage'

type Props = { image: ImageView; service: ImageService; members: MemberList['members'] | null }

/** The same things in other tools, about this very image. */
export function CodeTab({ image, service, members }: Props) {
  const { project } = useSession()
  const [language, choose] = useCodeLanguage()
  const isOffered = members?.some(({ projectId }) => projectId === project.id) ?? true
  const subject = codeSubject(image, service, project.id, {
    change: exampleChange(image),
    tagChange: null,
    memberId: members?.find(({ projectId }) => projectId !== project.id)?.projectId ?? null,
  })
  return (
    <Card labelledBy="use-in-code" className={classes.card}>
      <h2 id="use-in-code" className="sr-only">
        Use in code
      </h2>
      <div className={classes.head}>
        <LanguageChoice language={language} onChoose={choose} />
        <p className={classes.lead}>{LEADS[language]}</p>
      </div>
      {actsFor(image, isOffered).map(({ act, title }) => (
        <section key={act} className={classes.act} aria-labelledby={`code-${act}`}>
          <h3 id={`code-${act}`} className={classes.title}>
            {title}
          </h3>
          <CodeBlock code={codeFor(language, act, subject)} label={title} />
        </section>
      ))}
    </Card>
  )
}

const LEADS = {
  curl: '$TOKEN is a token of this project. Slipway never writes one down.',
  openstack: 'Reads your clouds.yaml, or the OS_… variables of your shell.',
  terraform: 'Written for the provider opentelekomcloud, or openstack where there is no IMS.',
  ansible:
    'Tasks of a playbook. The collection openstack.cloud reads your clouds.yaml; calls take the token from TOKEN.',
} as const

/** @param isOffered another project may share it to this one */
function actsFor(image: ImageView, isOffered: boolean): { act: CodeAct; title: string }[] {
  const { kind, own } = image
  const server = {
    act: 'server',
    title: kind === 'data' ? 'Make a disk from it' : 'Make a server from it',
  } as const
  const read = { act: 'show', title: 'Read it' } as const
  const copy = { act: 'copy', title: 'Copy it in this region' } as const
  const canShare = !isForAll(image)
  if (!own && !canShare) return [read, server]
  if (!own)
    return [read, server, ...(isOffered ? [{ act: 'accept', title: 'Accept it' } as const] : []), copy]
  return [
    read,
    server,
    { act: 'change', title: 'Change it' },
    ...(canShare ? [{ act: 'share', title: 'Share it' } as const] : []),
    { act: 'export', title: 'Export it to a bucket' },
    copy,
    { act: 'delete', title: 'Delete it' },
  ]
}

/** With the values it has: whoever takes the code away puts in what they want. */
function exampleChange({ name, description, bootMode, kind }: ImageView): CodeSubject['change'] {
  return {
    name: name ?? '',
    ...(description ? { description } : {}),
    ...(bootMode && kind !== 'data' ? { bootMode } : {}),
  }
}
