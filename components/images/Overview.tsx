import dynamic from 'next/dynamic'
import { NotLoaded } from '@/components/elements/NotLoaded'
import { Columns } from '@/components/jobs/Columns'
import type { CloudNames } from '@/lib/images/model'
import type { ImageService, ImageView } from '@/lib/images/view'
import type { JobPreflight } from '@/lib/jobs/preflight-view'
import type { ImageActs } from './acts/image-acts'
import { Possibilities } from './acts/Possibilities'
import { Details } from './Details'
import { FirstUse } from './FirstUse'
import { firstUseChecks } from './first-use'
import classes from './ImagePage.module.css'
import { MadeOfIt } from './MadeOfIt'
import { Origin } from './Origin'
import { ServerCommand } from './ServerCommand'
import { WhichServers } from './WhichServers'

const BootModeButton = dynamic(
  () => import('./BootModeButton').then(({ BootModeButton }) => BootModeButton).catch(() => NotLoaded),
  { ssr: false, loading: () => <div className={classes.bootMode} /> },
)
const BootTrial = dynamic(
  () => import('./BootTrial').then(({ BootTrial }) => BootTrial).catch(() => NotLoaded),
  // Its place is kept, so that nothing below moves.
  { ssr: false, loading: () => <div className={classes.trial} /> },
)

type Props = {
  image: ImageView
  preflight: JobPreflight | null
  api: ImageService['api']
  acts: ImageActs
  cloudNames: CloudNames
  /** What is known of it is only what it was. */
  isGone: boolean
}

export function Overview({ image, preflight, api, acts, cloudNames, isGone }: Props) {
  // One that is still being made will be.
  const canMakeServer = !isGone && (image.state === 'active' || image.state === 'importing')
  return (
    <Columns
      main={
        <>
          <Details image={image} api={api} cloudNames={cloudNames} className={classes.second} />
          {canMakeServer ? <ServerCommand image={image} api={api} className={classes.sixth} /> : null}
        </>
      }
      side={
        <>
          {image.state === 'active' && !isGone ? (
            <FirstUse
              checks={firstUseChecks(image, null, preflight, api)}
              bootModeAct={
                acts.change.why === null ? (mode) => <BootModeButton image={image} mode={mode} /> : undefined
              }
            >
              {image.kind === 'system' ? <BootTrial image={image} /> : null}
            </FirstUse>
          ) : null}
          {isGone ? null : <WhichServers image={image} className={classes.third} />}
          <Origin image={image} preflight={preflight} className={classes.fourth} />
          <MadeOfIt image={image} className={classes.fourth} />
          {isGone ? null : <Possibilities image={image} api={api} acts={acts} className={classes.fifth} />}
        </>
      }
    />
  )
}
