'use client'

import dynamic from 'next/dynamic'
import { Suspense, useRef, useState } from 'react'
import { Icon } from '@/components/elements/Icon'
import { NotLoaded } from '@/components/elements/NotLoaded'
import { placeBeside } from '@/components/elements/place-beside'
import classes from './ProjectSwitcher.module.css'
import { useSession } from './SessionContext'
import { useSwitchProject } from './useSwitchProject'

/** Loaded when first opened: most visits stay in one project. */
const ProjectPicker = dynamic(() =>
  import('./ProjectPicker').then(({ ProjectPicker }) => ProjectPicker).catch(() => NotLoaded),
)

type Props = { compactOnRail?: boolean; onSwitched?: () => void }

export function ProjectSwitcher({ compactOnRail = false, onSwitched }: Props) {
  const { project, region } = useSession()
  const { isSwitching, refusal, switchTo, forgetRefusal } = useSwitchProject()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const id = compactOnRail ? 'project-picker' : 'project-picker-in-drawer'

  async function choose(projectId: string) {
    if (projectId !== project.id && !(await switchTo(projectId))) return
    panel.current?.hidePopover()
    onSwitched?.()
  }

  return (
    <div className={compactOnRail ? `${classes.switcher} ${classes.compact}` : classes.switcher}>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        className={classes.button}
        title={compactOnRail ? `${project.name}, ${region.title}` : undefined}
      >
        <span className="sr-only">Project</span>
        <span className={classes.project}>{isSwitching ? 'Re-scoping…' : project.name}</span>
        <span className={classes.region}>{region.title}</span>
        <Icon name="chevrons-up-down" className={classes.chevrons} />
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className={classes.panel}
        onToggle={(event) => {
          const opens = event.newState === 'open'
          setOpen(opens)
          if (!opens) return
          forgetRefusal()
          if (panel.current && button.current) placeBeside(panel.current, button.current, 'below')
        }}
      >
        <Suspense>{isOpen ? <ProjectPicker refusal={refusal} onChoose={choose} /> : null}</Suspense>
      </div>
    </div>
  )
}
