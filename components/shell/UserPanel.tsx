'use client'

import { useEffectEvent, useLayoutEffect } from 'react'
import { SignOut } from './SignOut'
import { ThemeChoice } from './ThemeChoice'

type Props = {
  /** Of the theme's radio group. */
  name: string
  /** It is in the page, and as high as it will be. */
  onShown: () => void
}

export function UserPanel({ name, onShown }: Props) {
  const shown = useEffectEvent(onShown)

  useLayoutEffect(() => {
    // The panel stands above its button, so its place depends on its height.
    shown()
  }, [])

  return (
    <>
      <ThemeChoice name={name} />
      <SignOut />
    </>
  )
}
