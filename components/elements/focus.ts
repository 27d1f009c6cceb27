/** Whether nothing has focus any more: what had it has left the page, and the next Tab would begin at the page's top. */
export function isFocusLost(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body
}

/** A `ref` for what stands in the place of something that had focus. */
export function takeLostFocus(element: HTMLElement | null): void {
  if (element && isFocusLost()) element.focus({ preventScroll: true })
}
