import { Columns } from '@/components/jobs/Columns'
import type { CloudNames } from '@/lib/images/model'
import type { ImageService, ImageView } from '@/lib/images/view'
import type { JobPreflight } from '@/lib/jobs/preflight-view'
import type { ImageActs } from './acts/image-acts'
import { Possibilities } from './acts/Possibilities'
import { BootTrial } from './BootTrial'
import { Details } from './Details'
import { FirstUse } from './FirstUse'
import { firstUseChecks } from './first-use'
import classes from './ImagePage.module.css'
import { MadeOfIt } from './MadeOfIt'
import { Origin } from './Origin'
import { ServerCommand } from './ServerCommand'
import { WhichServers } from './WhichServers'

type Props = {
  image: ImageView
  preflight: JobPreflight | null
  api: ImageService['api']
  acts: ImageActs
  cloudNames: CloudNames
  /** Changes the boot mode in place. */
  onBootMode: (mode: 'bios' | 'uefi') => void
}

export function Overview({ image, preflight, api, acts, cloudNames, onBootMode }: Props) {
  return (
    <Columns
      main={
        <>
          <Details image={image} api={api} cloudNames={cloudNames} className={classes.second} />
          <ServerCommand image={image} api={api} className={classes.sixth} />
        </>
      }
      side={
        <>
          {image.state === 'active' ? (
            <FirstUse
              checks={firstUseChecks(image, null, preflight, api)}
              onBootMode={acts.change.why === null ? onBootMode : null}
            >
              {image.kind === 'system' ? <BootTrial image={image} /> : null}
            </FirstUse>
          ) : null}
          <WhichServers image={image} className={classes.third} />
          <Origin image={image} preflight={preflight} className={classes.fourth} />
          <MadeOfIt image={image} className={classes.fourth} />
          <Possibilities acts={acts} className={classes.fifth} />
        </>
      }
    />
  )
}
