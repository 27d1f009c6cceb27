'use client'

import { Combobox, Tooltip, useCombobox } from '@mantine/core'
import { Icon } from '@/components/elements/Icon'
import { ProjectOptions } from './ProjectOptions'
import classes from './ProjectSwitcher.module.css'
import railOnly from './RailOnly.module.css'
import { useSession } from './SessionContext'
import { useSwitchProject } from './useSwitchProject'

type Props = { compactOnRail?: boolean; onSwitched?: () => void }

export function ProjectSwitcher({ compactOnRail = false, onSwitched }: Props) {
  const { project, region } = useSession()
  const { isSwitching, refusal, switchTo, forgetRefusal } = useSwitchProject()
  const combobox = useCombobox({
    onDropdownOpen: () => {
      forgetRefusal()
      combobox.focusSearchInput()
    },
    onDropdownClose: () => combobox.resetSelectedOption(),
  })

  async function choose(projectId: string) {
    const switched = projectId === project.id || (await switchTo(projectId))
    if (!switched) return
    combobox.closeDropdown()
    combobox.focusTarget()
    onSwitched?.()
  }

  return (
    <div className={compactOnRail ? `${classes.switcher} ${classes.compact}` : classes.switcher}>
      {/* Kept inside: a portal would lie outside the drawer's focus trap. */}
      <Combobox
        store={combobox}
        position="bottom-start"
        width={288}
        withinPortal={false}
        onOptionSubmit={choose}
      >
        <Combobox.Target targetType="button" withAriaAttributes={false}>
          <Tooltip
            label={`${project.name}, ${region.title}`}
            position="right"
            disabled={!compactOnRail || combobox.dropdownOpened}
            className={railOnly.tooltip}
          >
            <button
              type="button"
              className={classes.button}
              aria-haspopup="listbox"
              aria-expanded={combobox.dropdownOpened}
              onClick={() => combobox.toggleDropdown()}
            >
              <span className="sr-only">Project</span>
              <span className={classes.project}>{isSwitching ? 'Re-scoping…' : project.name}</span>
              <span className={classes.region}>{region.title}</span>
              <Icon name="chevrons-up-down" className={classes.chevrons} />
            </button>
          </Tooltip>
        </Combobox.Target>
        <Combobox.Dropdown>
          <ProjectOptions isOpen={combobox.dropdownOpened} refusal={refusal} />
        </Combobox.Dropdown>
      </Combobox>
    </div>
  )
}
