'use client'

import classes from './NavigationCount.module.css'
import { useRunningCount } from './useRunningCount'

export function RunningCount() {
  const running = useRunningCount()
  if (running === 0) return null
  return (
    <span className={classes.count}>
      <span className={classes.live} />
      <span className={classes.words}>{running} running</span>
    </span>
  )
}
