import 'server-only'
import { log } from '../config/log.ts'

const ROUND_MS = 250
/** A store that does not answer is not asked at every round. */
const AFTER_FAILURE_MS = 2_000

export type Rounds = {
  /** Begins no further round, and resolves when the last one has ended. */
  stop: () => Promise<void>
}

/**
 * Does something again and again, one round after the other, for as long as the process lives.
 *
 * @param what for the log: "watching imports"
 * @param round resolves to 'more' when there is more to do at once
 */
export function startRounds(
  what: string,
  round: () => Promise<'more' | undefined>,
  everyMs = ROUND_MS,
): Rounds {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let isFailing = false
  let current: Promise<void> = Promise.resolve()
  const attempt = async () => {
    let pauseMs = everyMs
    try {
      if ((await round()) === 'more') pauseMs = 0
      if (isFailing) log().info(`${what} works again`)
      isFailing = false
    } catch (error) {
      // Once for each time that it goes away, not for each round of an hour without a database.
      if (!isFailing) log().error({ err: error }, `${what} failed and is tried again`)
      isFailing = true
      pauseMs = AFTER_FAILURE_MS
    }
    if (!stopped) timer = setTimeout(begin, pauseMs)
  }
  const begin = () => {
    current = attempt()
  }
  begin()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await current
    },
  }
}
