/** Every page and state that `npm run shots` takes a picture of, and how a person gets there: a file for each area. */
import { activityShots } from './activity.ts'
import { batchShots } from './batch.ts'
import { chooseFileShots } from './choose-file.ts'
import { imageActsShots } from './image-acts.ts'
import { imagesShots } from './images.ts'
import { importShots } from './import.ts'
import { jobsShots } from './jobs.ts'
import { preflightShots } from './preflight.ts'
import type { Shot } from './scene.ts'
import { sessionShots } from './session.ts'
import { settingsShots } from './settings.ts'
import { toldShots } from './told.ts'

export const shots: Shot[] = [
  ...sessionShots,
  ...importShots,
  ...chooseFileShots,
  ...preflightShots,
  ...jobsShots,
  ...imagesShots,
  ...imageActsShots,
  ...batchShots,
  ...activityShots,
  ...settingsShots,
  ...toldShots,
]
