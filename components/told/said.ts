/**
 * What a toast says of something a person has just done, held outside React: whatever did it may be gone by the time
 * it is shown, such as the page of an image that was deleted.
 */
import { useSyncExternalStore } from 'react'

export type Said = {
  id: number
  /** `bad` stays until it is closed. */
  shape: 'ok' | 'bad'
  text: string
  /** What takes it back, offered for 8 s. It says itself how that went. */
  undo: (() => Promise<void>) | null
  /** "Undo", or what is done instead where nothing can be undone. */
  undoWords: string
  /** Where it leads. */
  link: { href: string; words: string } | null
}

let said: readonly Said[] = []
let lastId = 0
const NONE: readonly Said[] = []
const listeners = new Set<() => void>()

function change(next: readonly Said[]): void {
  said = next
  for (const listener of listeners) listener()
}

/** "Saved"; with `undo` it can be taken back. */
export function say(
  text: string,
  {
    undo = null,
    undoWords = 'Undo',
    link = null,
  }: { undo?: Said['undo']; undoWords?: string; link?: Said['link'] } = {},
): void {
  lastId += 1
  change([{ id: lastId, shape: 'ok', text, undo, undoWords, link }, ...said])
}

/** What was not done, with the reason: "Not put back. The image is not there any more." */
export function sayFailed(text: string): void {
  lastId += 1
  change([{ id: lastId, shape: 'bad', text, undo: null, undoWords: '', link: null }, ...said])
}

export function unsay(id: number): void {
  change(said.filter((one) => one.id !== id))
}

export function useSaid(): readonly Said[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => said,
    () => NONE,
  )
}
