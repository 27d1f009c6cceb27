import { Facts } from '@/components/elements/Facts'
import { Fold } from '@/components/elements/Fold'
import type { Inspection } from '@/lib/disk-image/inspection'
import { fileFacts } from './file-facts'
import classes from './ReadFromFile.module.css'

type Props = { inspection: Inspection; isOpen: boolean }

export function ReadFromFile({ inspection, isOpen }: Props) {
  return (
    <Fold
      summary={<h3 className={classes.title}>Read from the file</h3>}
      open={isOpen}
      className={classes.facts}
    >
      <div className={classes.inside}>
        <Facts layout="narrow" facts={fileFacts(inspection)} />
      </div>
    </Fold>
  )
}
