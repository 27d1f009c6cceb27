import { Card } from '@/components/elements/Card'
import { PageHead } from '@/components/elements/PageHead'
import { SkeletonRows } from '@/components/elements/SkeletonRows'
import { PartList } from '@/components/settings/PartList'
import classes from '@/components/settings/SettingsPage.module.css'

export default function Loading() {
  return (
    <>
      <PageHead title="Settings" sub="This person, this project, this installation." />
      <div className={classes.columns}>
        <PartList />
        <div className={classes.parts}>
          <Card>
            <SkeletonRows rows={4} label="Reading settings" />
          </Card>
        </div>
      </div>
    </>
  )
}
