import classes from './FileList.module.css'

/** In the place of the list when its code did not come: most likely the server was updated under an open page. */
export function ListMissing() {
  return (
    <p role="alert" className={`${classes.box} ${classes.missing}`}>
      The list of buckets could not be loaded. Type the address, or reload the page; what you typed is kept.
    </p>
  )
}
