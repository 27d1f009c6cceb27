'use client'

import { SingleKeys } from '@/components/keyboard/SingleKeys'

export function AfterIdle() {
  return <SingleKeys />
}
