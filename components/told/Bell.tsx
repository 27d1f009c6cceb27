'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { Suspense, useRef, useState } from 'react'
import { Icon } from '@/components/elements/Icon'
import { NotLoaded } from '@/components/elements/NotLoaded'
import { placeBeside } from '@/components/elements/place-beside'
import { jobListQuery } from '@/components/jobs/queries'
import classes from './Bell.module.css'

/** Loaded when first opened. */
const BellPanel = dynamic(() =>
  import('./BellPanel').then(({ BellPanel }) => BellPanel).catch(() => NotLoaded),
)

/** How many imports ended unseen, from the same poll as the list of jobs. */
export function Bell() {
  const { data: count = 0 } = useQuery({ ...jobListQuery(), select: ({ unseen }) => unseen.count })
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  return (
    <>
      <button ref={button} type="button" popoverTarget="bell" className={classes.button}>
        <Icon name="bell" />
        <span className="sr-only">Notifications</span>
        {count > 0 ? <span className={classes.mark}>{count} new</span> : null}
      </button>
      <div
        ref={panel}
        id="bell"
        popover="auto"
        className={classes.panel}
        onToggle={({ newState }) => {
          setIsOpen(newState === 'open')
          if (panel.current && button.current) placeBeside(panel.current, button.current, 'below')
        }}
      >
        <Suspense>
          {isOpen ? <BellPanel count={count} onGo={() => panel.current?.hidePopover()} /> : null}
        </Suspense>
      </div>
    </>
  )
}
