/**
 * Takes up the focus that went with what had it: a row, or a button in one. The view stays where it is: the list has
 * not moved for whoever looks at it.
 */
export function focusCurrentRow(): void {
  if (document.activeElement !== document.body) return
  const row = document.querySelector<HTMLElement>('[data-row-link][tabindex="0"]')
  const target = row ?? document.querySelector<HTMLElement>('h1')
  target?.focus({ preventScroll: true })
}
