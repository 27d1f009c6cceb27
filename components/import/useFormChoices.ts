'use client'

import { useRef, useState } from 'react'
import type { FoundField } from '@/lib/import/found-in-file'

/** What the person has decided besides the values themselves. */
export type Choices = {
  /** Fields that were set by hand, or by a past import: no file fills them in. */
  set: readonly FoundField[]
  /** Ids of findings that block, and that are to be sent all the same. */
  sendAnyway: readonly string[]
}

export type FormChoices = ReturnType<typeof useFormChoices>

export function useFormChoices(start: readonly FoundField[]) {
  const current = useRef<Choices>({ set: start, sendAnyway: [] })
  const [sendAnyway, setSendAnyway] = useState<readonly string[]>([])
  const isSent = useRef(false)

  const replace = (choices: Choices) => {
    current.current = choices
    setSendAnyway(choices.sendAnyway)
  }
  return {
    sendAnyway,
    /** As they are at this moment, for whoever asks later than at rendering. */
    now: () => current.current,
    replace,
    isSet: (name: FoundField) => isSent.current || current.current.set.includes(name),
    /** What was sent and not answered stays as it is: only the same values, sent again, are the same import. */
    markSent: (sent: boolean) => {
      isSent.current = sent
    },
    setByHand: (name: FoundField) => {
      const { set } = current.current
      if (!set.includes(name)) current.current = { ...current.current, set: [...set, name] }
    },
    /** The file sets it again. */
    leaveToFile: (name: FoundField) => {
      const set = current.current.set.filter((other) => other !== name)
      current.current = { ...current.current, set }
    },
    chooseSendAnyway: (id: string, isChosen: boolean) => {
      const others = current.current.sendAnyway.filter((other) => other !== id)
      replace({ ...current.current, sendAnyway: isChosen ? [...others, id] : others })
    },
  }
}
