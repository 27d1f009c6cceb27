import type { ReactNode } from 'react'
import { Later } from './Later'
import { OfflineBar } from './OfflineBar'
import { ProjectMovedDialog } from './ProjectMovedDialog'
import { RouteFocus } from './RouteFocus'
import { SessionBar } from './SessionBar'
import { SessionDialog } from './SessionDialog'
import { SessionWatch } from './SessionWatch'
import classes from './Shell.module.css'
import { Sidebar } from './Sidebar'
import { TopBar } from './TopBar'

type Props = { children: ReactNode }

export function Shell({ children }: Props) {
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        Skip to content
      </a>
      <aside className={classes.side} aria-label="Project and session">
        <Sidebar />
      </aside>
      <div className={classes.column}>
        <TopBar />
        <OfflineBar />
        <SessionBar />
        <main id="main" tabIndex={-1} className={classes.main}>
          {children}
        </main>
      </div>
      <RouteFocus />
      <SessionWatch />
      <SessionDialog />
      <ProjectMovedDialog />
      <Later />
    </div>
  )
}
