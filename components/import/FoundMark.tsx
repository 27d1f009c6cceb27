'use client'

import { use } from 'react'
import { Icon } from '@/components/elements/Icon'
import type { ImportDraft } from '@/lib/import/draft'
import { type FoundField, fillingOf } from '@/lib/import/found-in-file'
import classes from './FoundMark.module.css'
import { PreflightContext } from './PreflightContext'

const WORDS: Record<string, string> = {
  bios: 'BIOS',
  uefi: 'UEFI',
  arm: 'Arm',
  'iso-installer': 'ISO installer',
}

type Props = { name: FoundField; value: ImportDraft[FoundField] }

/** Where a value came from; where another stands in its place, the way to it. */
export function FoundMark({ name, value }: Props) {
  const { found, apply } = use(PreflightContext)
  const entry = found[name]
  if (!entry) return null
  const origin = entry.from === 'file' ? 'Found in file' : 'From file name'
  const words = WORDS[entry.value] ?? entry.value
  return (
    <>
      <Icon name="file" size={13} />
      {entry.value === value ? (
        origin
      ) : (
        <span>
          {`${origin}: ${words} · `}
          <button
            type="button"
            className={classes.use}
            aria-label={`Use ${words}`}
            onClick={() => apply(fillingOf(found, (other) => other !== name))}
          >
            Use
          </button>
        </span>
      )}
    </>
  )
}
