import classes from './NotLoaded.module.css'

/** In the place of a part that comes with its first use, and did not: most likely there is a newer build by now. */
export function NotLoaded() {
  return <p className={classes.words}>This part could not be loaded. Reload the page to go on.</p>
}
