import { BrandLink } from './BrandLink'
import { Breadcrumbs } from './Breadcrumbs'
import { BELL_PLACE } from './bell-place'
import { NavigationDrawer } from './NavigationDrawer'
import classes from './TopBar.module.css'

export function TopBar() {
  return (
    <header className={classes.bar}>
      <BrandLink />
      <Breadcrumbs />
      {/* The bell comes after everything a page needs, and takes this place. */}
      <div id={BELL_PLACE} className={classes.bell} />
      <NavigationDrawer />
    </header>
  )
}
