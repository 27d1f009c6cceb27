import * as z from 'zod/mini'

const span = z.object({ fromMs: z.number(), workMs: z.number(), speed: z.number() })
export const clockState = z.object({
  advancedMs: z.number(),
  spans: z.array(span).check(z.minLength(1)),
})
export type ClockState = z.infer<typeof clockState>

/**
 * The simulator's time. `now` is real time plus what was advanced. Jobs progress in work time, which runs
 * `speed` times faster: it is kept as spans of constant speed, so that changing the speed in the middle of a
 * job neither jumps it nor rewrites its times. All times are milliseconds.
 */
export type Clock = {
  now(): number
  speed(): number
  setSpeed(speed: number): void
  advance(seconds: number): void
  /** Work time at a moment of `now`. */
  workAt(nowMs: number): number
  /** The moment of `now` at which work time is, or was, so much. */
  whenWorkIs(workMs: number): number
  state(): ClockState
  reset(speed: number): void
}

export function createClock(speed: number, saved?: ClockState, realNow: () => number = Date.now): Clock {
  let advancedMs = saved?.advancedMs ?? 0
  const now = () => realNow() + advancedMs
  let spans = saved?.spans ?? [{ fromMs: now(), workMs: 0, speed }]

  const spanBefore = (key: 'fromMs' | 'workMs', value: number) => {
    const found = spans.findLast((each) => each[key] <= value) ?? spans[0]
    if (!found) throw new Error('The clock has no span')
    return found
  }
  const workAt = (nowMs: number) => {
    const at = spanBefore('fromMs', nowMs)
    return at.workMs + (nowMs - at.fromMs) * at.speed
  }
  const currentSpeed = () => spans.at(-1)?.speed ?? speed
  const setSpeed = (next: number) => {
    if (next === currentSpeed()) return
    const at = now()
    spans.push({ fromMs: at, workMs: workAt(at), speed: next })
  }
  setSpeed(speed)

  return {
    now,
    speed: currentSpeed,
    setSpeed,
    advance: (seconds) => {
      advancedMs += seconds * 1000
    },
    workAt,
    whenWorkIs: (workMs) => {
      const at = spanBefore('workMs', workMs)
      return at.fromMs + (workMs - at.workMs) / at.speed
    },
    state: () => ({ advancedMs, spans }),
    reset: (next) => {
      advancedMs = 0
      spans = [{ fromMs: now(), workMs: 0, speed: next }]
    },
  }
}

/** `2026-03-02T08:11:05Z`, the form of image times (ims.md 0). */
export function inSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

/** `2026-03-02T08:11:04.512Z`, the form of job times (ims.md 0). */
export function inMilliseconds(ms: number): string {
  return new Date(ms).toISOString()
}

/** `2026-03-02T08:00:00.123000Z`, the form of IAM's times (iam.md 1). */
export function inMicroseconds(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000Z')
}
