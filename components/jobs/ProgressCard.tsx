import { Card } from '@/components/elements/Card'
import { Moment } from '@/components/elements/Moment'
import type { JobPreflight } from '@/lib/jobs/preflight-view'
import { isTerminal } from '@/lib/jobs/states'
import { type JobView, startOf } from '@/lib/jobs/view'
import { WORK_WORDS, workOf } from '@/lib/jobs/work'
import { CheckLine } from './CheckLine'
import { ElapsedFigure } from './ElapsedFigure'
import { LikelyEnd } from './LikelyEnd'
import { PhaseList } from './PhaseList'
import classes from './ProgressCard.module.css'
import { type ImageCheck, phases } from './phases'
import { UsualScale } from './UsualScale'

type Props = { job: JobView; preflight: JobPreflight | null; check: ImageCheck; now: number }

function basisWords({ kind, request }: JobView): string {
  const work = workOf(kind)
  if (work !== 'import') return `Slipway does not know yet how long ${WORK_WORDS[work].several} take here.`
  return request
    ? 'No finished imports to compare with yet. Imports of this size often take 10 to 60\u00a0min.'
    : 'Its file is not known, so there is nothing to compare with. Imports often take 10 to 60\u00a0min.'
}

/** Time, not percent: IMS gives no percentage. */
export function ProgressCard({ job, preflight, check, now }: Props) {
  const ended = isTerminal(job.state)
  const imsWorks = job.state === 'submitting' || job.state === 'queued' || job.state === 'running'
  return (
    <Card label="Progress">
      <div className={classes.gauge}>
        <div className={classes.figures}>
          <div>
            <span className={classes.label}>
              {ended ? 'Took' : job.sentAt === null ? 'Waits' : 'Elapsed'}
            </span>
            <ElapsedFigure from={startOf(job)} to={job.endedAt} now={now} />
          </div>
          {imsWorks && job.usual ? (
            <div>
              <span className={classes.label}>Likely to finish</span>
              <span className={classes.started}>
                <LikelyEnd from={startOf(job)} usual={job.usual} />
              </span>
            </div>
          ) : (
            <div>
              <span className={classes.label}>{job.sentAt === null ? 'Submitted' : 'Started'}</span>
              <span className={ended ? `${classes.started} ${classes.date}` : classes.started}>
                <Moment at={startOf(job)} form={ended ? 'absolute' : 'seconds'} />
              </span>
            </div>
          )}
          {job.endedAt === null ? null : (
            <div>
              <span className={classes.label}>Ended</span>
              <span className={`${classes.started} ${classes.date}`}>
                <Moment at={job.endedAt} form="absolute" />
              </span>
            </div>
          )}
        </div>
        {imsWorks && job.usual ? <UsualScale from={startOf(job)} usual={job.usual} now={now} /> : null}
        {imsWorks && !job.usual ? <p className={classes.basis}>{basisWords(job)}</p> : null}
      </div>
      <PhaseList phases={phases(job, check, preflight)} now={now} />
      {imsWorks ? <CheckLine job={job} now={now} /> : null}
    </Card>
  )
}
