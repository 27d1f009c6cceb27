/** What a person has set for this browser. Storage may be refused: then everything is as it is without a setting. */

export type BrowserSetting =
  | 'density'
  | 'times'
  | 'single-keys'
  | 'tell-me'
  | 'image-columns'
  | 'cloud-names'
  | 'code-language'

const CHANGED = 'slipway-setting'
const keyOf = (name: BrowserSetting) => `slipway.${name}`

/** Null where nothing was set. */
export function readBrowserSetting(name: BrowserSetting): string | null {
  try {
    return localStorage.getItem(keyOf(name))
  } catch {
    // The browser blocks site data: reading the property itself throws a SecurityError.
    return null
  }
}

/** False when this browser keeps nothing. */
export function writeBrowserSetting(name: BrowserSetting, value: string): boolean {
  try {
    localStorage.setItem(keyOf(name), value)
  } catch {
    // Blocked or full.
    return false
  }
  window.dispatchEvent(new Event(CHANGED))
  return true
}

/** Told of changes in this tab and in others. */
export function subscribeToBrowserSettings(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener)
  window.addEventListener('storage', listener)
  return () => {
    window.removeEventListener(CHANGED, listener)
    window.removeEventListener('storage', listener)
  }
}
