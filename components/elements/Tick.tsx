'use client'

import { type ComponentProps, useEffect, useRef } from 'react'
import { Icon } from './Icon'
import classes from './Tick.module.css'

type Props = Omit<ComponentProps<'input'>, 'className' | 'type' | 'ref'> & {
  /** One of several instead of each by itself. */
  isRadio?: boolean
  /** Some of what it stands for are chosen. */
  isPartly?: boolean
}

/** The box alone: its words stand beside it, or in its aria-label. */
export function Tick({ isRadio = false, isPartly = false, ...input }: Props) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // A property of the element that no attribute speaks for.
    if (box.current) box.current.indeterminate = isPartly
  }, [isPartly])
  return (
    <span className={classes.tick}>
      <input ref={box} type={isRadio ? 'radio' : 'checkbox'} className={classes.box} {...input} />
      {input.checked ? <Icon name="check" size={12} className={classes.mark} /> : null}
    </span>
  )
}
