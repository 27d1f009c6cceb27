/** Room kept to the anchor and to the window's edges. */
const GAP = 6
const EDGE = 8

export type Side = 'above' | 'below' | 'right'

/**
 * Puts a box of the top layer beside its anchor, on the other side where the first has no room. The top layer is
 * never clipped by a table that scrolls, and needs no portal.
 */
export function placeBeside(box: HTMLElement, anchor: HTMLElement, side: Side): void {
  const from = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = box
  const { innerWidth, innerHeight } = window

  const above = from.top - GAP - height
  const below = from.bottom + GAP
  const fitsAbove = above >= EDGE
  const fitsBelow = below + height <= innerHeight - EDGE
  const isAbove = side === 'above' ? fitsAbove || !fitsBelow : !fitsBelow && fitsAbove

  const left = side === 'right' ? from.right + GAP : from.left
  const top = side === 'right' ? from.top + (from.height - height) / 2 : isAbove ? above : below
  box.style.left = `${clamp(left, innerWidth - EDGE - width)}px`
  box.style.top = `${clamp(top, innerHeight - EDGE - height)}px`
}

function clamp(value: number, max: number): number {
  return Math.max(EDGE, Math.min(value, max))
}
