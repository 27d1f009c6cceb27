'use client'

import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { saveImportDefaults } from '@/app/(console)/settings/actions'
import { splitTagList } from '@/lib/images/tags'
import { type DefaultsProblems, type ImportDefaults, judgeDefaults } from '@/lib/settings/import-defaults'
import classes from './Group.module.css'
import { SavedNote } from './SavedNote'
import { useSaving } from './useSaving'
import { useServerSave } from './useServerSave'

type Props = { initial: ImportDefaults }

const FIELDS = ['bucket', 'tags'] as const

/** The parts with text, which are saved together. */
export function DefaultsForm({ initial }: Props) {
  const saveOnServer = useServerSave()
  const saving = useSaving()
  const [bucket, setBucket] = useState(initial.bucket)
  const [tags, setTags] = useState(initial.tags.join(', '))
  const [problems, setProblems] = useState<DefaultsProblems>({})
  const form = useRef<HTMLFormElement>(null)

  const typed = () => ({ ...initial, bucket: bucket.trim(), tags: splitTagList(tags) })
  const judge = () => {
    const found = judgeDefaults(typed())
    setProblems(found)
    return found
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const found = judge()
    const wrong = FIELDS.find((name) => found[name])
    if (wrong) {
      saving.forget()
      form.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus()
      return
    }
    const { bucket: name, tags: list } = typed()
    void saving.save(() => saveOnServer(saveImportDefaults, { bucket: name, tags: list }, setProblems))
  }

  return (
    <form ref={form} className={classes.group} noValidate onSubmit={submit}>
      <TextInput
        name="bucket"
        label="Bucket"
        description="Where the list of image files opens. Empty for the list of buckets."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={bucket}
        error={problems.bucket}
        onChange={(event) => {
          setBucket(event.currentTarget.value)
          saving.forget()
        }}
        onBlur={judge}
      />
      <TextInput
        name="tags"
        label="Tags"
        description="Write key.value or key=value, with commas between them."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={tags}
        error={problems.tags}
        onChange={(event) => {
          setTags(event.currentTarget.value)
          saving.forget()
        }}
        onBlur={judge}
      />
      <div className={classes.actions}>
        <Button
          type="submit"
          aria-disabled={saving.state === 'saving'}
          // Focus moves with the click: a message that appears on leaving a field would push the button away.
          onMouseDown={(event) => event.preventDefault()}
        >
          Save
        </Button>
        <SavedNote saving={saving} />
      </div>
    </form>
  )
}
