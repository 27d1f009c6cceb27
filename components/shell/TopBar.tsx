import { BrandLink } from './BrandLink'
import { Breadcrumbs } from './Breadcrumbs'
import { NavigationDrawer } from './NavigationDrawer'
import classes from './TopBar.module.css'

export function TopBar() {
  return (
    <header className={classes.bar}>
      <BrandLink />
      <Breadcrumbs />
      <NavigationDrawer />
    </header>
  )
}
