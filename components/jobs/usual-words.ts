import type { UsualTime } from '@/lib/jobs/usual-time'

/** Room behind what is reached, so that the end of the scale is not taken for the end of the import. */
const BEYOND = 1.1

/** Places on the scale in percent of its length, which is the usual end or what has passed, whichever is longer. */
export function scaleOf(elapsedMs: number, { fromMs, toMs }: Pick<UsualTime, 'fromMs' | 'toMs'>) {
  const length = Math.max(toMs, elapsedMs, 1) * BEYOND
  const percent = (ms: number) => (100 * ms) / length
  return { elapsed: percent(elapsedMs), from: percent(fromMs), to: percent(toMs) }
}

/** "Based on 9 finished VHD imports of 2 to 5 GiB in this project. …" */
export function basisWords({ count, format, sizeGib }: UsualTime): string {
  const size =
    sizeGib.to === null
      ? `${sizeGib.from}\u00a0GiB or more`
      : sizeGib.from === 0
        ? `less than ${sizeGib.to}\u00a0GiB`
        : `${sizeGib.from} to ${sizeGib.to}\u00a0GiB`
  return `Based on ${count} finished ${format} imports of ${size} in this project. IMS reports no percentage, so this is time, not progress.`
}
