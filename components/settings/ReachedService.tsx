import { Skeleton } from '@/components/elements/Skeleton'
import { StatusWord } from '@/components/elements/StatusWord'
import type { Reachability } from '@/lib/cloud/reachability-view'
import classes from './ReachedService.module.css'
import { reachabilityWords } from './reachability-words'

type Props = { found: Reachability | undefined; isFailed: boolean }

export function ReachedService({ found, isFailed }: Props) {
  if (isFailed) return 'Not known: Slipway’s server did not answer.'
  if (!found) return <Skeleton width={120} height={14} />
  const { isWrong, text, clock } = reachabilityWords(found)
  return (
    <span className={classes.service}>
      <StatusWord shape={isWrong ? 'bad' : 'ok'} word={text} />
      {clock ? <StatusWord shape="warn" word={clock} /> : null}
    </span>
  )
}
