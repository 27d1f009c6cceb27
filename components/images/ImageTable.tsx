import classes from '@/components/elements/Table.module.css'
import type { ImageSummary } from '@/lib/images/view'
import { ImageRow } from './ImageRow'

type Props = { images: readonly ImageSummary[] }

export function ImageTable({ images }: Props) {
  return (
    <div className={classes.scroll} data-wide>
      <table className={classes.table}>
        <caption className="sr-only">Images of this project, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Status</th>
            <th scope="col">System</th>
            <th scope="col" className={classes.figure}>
              Min. disk
            </th>
            <th scope="col" className={classes.figure}>
              Size
            </th>
            <th scope="col">Boot</th>
            <th scope="col">Tags</th>
            <th scope="col" aria-sort="descending">
              Created
            </th>
          </tr>
        </thead>
        <tbody>
          {images.map((image) => (
            <ImageRow key={image.id} image={image} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
