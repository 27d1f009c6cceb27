import { useEffect } from 'react'

/** Status first, so that the tab tells it: "Running · debian-10-postgres · Slipway". */
export function useTabTitle(status: string, name: string): void {
  useEffect(() => {
    // The browser's tab: the server wrote its title for the state it rendered.
    document.title = `${status} · ${name} · Slipway`
  }, [status, name])
}
