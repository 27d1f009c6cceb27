/**
 * Copies text; false when the browser refused. Consoles on a company network are often served over plain HTTP,
 * where navigator.clipboard does not exist: then a selected textarea is copied the old way.
 */
export async function copyToClipboard(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text)
      return true
    }
  } catch {
    // Refused by permission: the old way needs none.
  }
  return copyBySelection(text)
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.style.position = 'fixed'
  area.style.opacity = '0'
  // Outside of an open modal dialog all is inert and cannot be selected, and a popover may close when focus leaves it.
  ;(focused?.closest('dialog, [role="dialog"], [popover]') ?? document.body).append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return copied
}
