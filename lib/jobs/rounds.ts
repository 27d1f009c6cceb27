import 'server-only'
import { log } from '../config/log.ts'

const ROUND_MS = 250
/** A store that does not answer is not asked at every round. */
const AFTER_FAILURE_MS = 2_000

export type Rounds = {
  /** Begins no further round, and resolves when the last one has ended. */
  stop: () => Promise<void>
}

/** Does something again and again, one round after the other, for as long as the process lives. */
export function startRounds(what: string, round: () => Promise<void>, everyMs = ROUND_MS): Rounds {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let isFailing = false
  let current: Promise<void> = Promise.resolve()
  const attempt = async () => {
    try {
      await round()
      if (isFailing) log().info(`${what} works again`)
      isFailing = false
    } catch (error) {
      // Once for each time that it goes away, not for each round of an hour without a database.
      if (!isFailing) log().error({ err: error }, `${what} failed and is tried again`)
      isFailing = true
    }
    if (!stopped) timer = setTimeout(begin, isFailing ? AFTER_FAILURE_MS : everyMs)
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
