'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { StatusMark } from '@/components/elements/StatusMark'
import classes from './QuotaNote.module.css'
import { quotaQuery } from './queries'
import { quotaWords } from './quota-words'

type Props = {
  /** While there is room, or as long as it is not known. */
  otherwise?: ReactNode
}

/** Before an image is made: how little room is left. */
export function QuotaNote({ otherwise = null }: Props) {
  const { data } = useQuery(quotaQuery())
  if (!data) return otherwise
  const { level, used, warning } = quotaWords(data)
  if (level === 'fine') return otherwise
  return (
    <p className={classes.note}>
      <StatusMark shape={level === 'full' ? 'bad' : 'warn'} />
      <span>
        {used}. {warning}
        {warning?.endsWith('.') ? '' : '.'}
      </span>
    </p>
  )
}
