declare global {
  var slipwayOncePerProcess: Map<string, unknown> | undefined
}

/**
 * Makes a thing once per process and hands out the same one ever after. Route and instrumentation bundles hold
 * their own copies of every module, so a module variable would be made twice; `globalThis` is shared. A maker
 * that throws is tried again by the next caller.
 */
export function once<T>(key: string, make: () => T): T {
  globalThis.slipwayOncePerProcess ??= new Map()
  const made = globalThis.slipwayOncePerProcess
  if (!made.has(key)) made.set(key, make())
  return made.get(key) as T
}
