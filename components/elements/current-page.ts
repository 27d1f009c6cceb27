import { useSyncExternalStore } from 'react'

/** The name of the page in view, told by its head to the top bar, which stands outside of it. */
let name: string | null = null
const listeners = new Set<() => void>()

export function tellCurrentPage(next: string | null): void {
  name = next
  for (const listener of listeners) listener()
}

export function useCurrentPage(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => name,
    () => null,
  )
}
