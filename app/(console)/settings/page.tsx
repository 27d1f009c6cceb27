import type { Metadata } from 'next'
import { PageHead } from '@/components/elements/PageHead'
import { About } from '@/components/settings/About'
import { Appearance } from '@/components/settings/Appearance'
import { Defaults } from '@/components/settings/Defaults'
import { Keyboard } from '@/components/settings/Keyboard'
import { Notifications } from '@/components/settings/Notifications'
import { PartList } from '@/components/settings/PartList'
import { SessionPart } from '@/components/settings/SessionPart'
import classes from '@/components/settings/SettingsPage.module.css'
import { environment } from '@/lib/config/environment'
import { requireActiveSession } from '@/lib/session/current'
import { pageImageApi } from '@/lib/session/image-api'
import { readImportDefaults } from '@/lib/settings/rows'
import { store } from '@/lib/store/store'
import { readWebhook } from '@/lib/webhooks/change'
import { version } from '@/package.json'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const session = await requireActiveSession()
  const canImport = (await pageImageApi(session)) === 'ims'
  const defaults = await readImportDefaults(store(), session)
  const webhook = await readWebhook(store(), session)
  return (
    <>
      <PageHead title="Settings" sub="This person, this project, this installation." />
      <div className={classes.columns}>
        <PartList />
        <div className={classes.parts}>
          <Appearance />
          {canImport ? (
            <>
              <Notifications key={`told ${session.project.id}`} initial={webhook} now={Date.now()} />
              <Defaults key={session.project.id} initial={defaults} />
            </>
          ) : null}
          <Keyboard />
          <SessionPart roles={session.roles} tokenEndsAt={session.tokenExpiresAt} />
          <About version={version} store={environment().databaseUrl ? 'PostgreSQL' : 'SQLite'} />
        </div>
      </div>
    </>
  )
}
