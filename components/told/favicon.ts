/** What the tab's icon says besides the mark: something runs, or ended unseen. */
export type FaviconState = 'plain' | 'running' | 'succeeded' | 'failed'

const BADGES = {
  running: '<circle cx="24" cy="24" r="6" fill="#f4bd55"/>',
  succeeded:
    '<circle cx="23" cy="23" r="8" fill="#08704d"/><path d="m19.4 23.3 2.5 2.5 4.8-5.2" fill="none" stroke="#fff" stroke-width="2.2"/>',
  failed:
    '<path d="M19.7 15h6.6l4.7 4.7v6.6L26.3 31h-6.6L15 26.3v-6.6z" fill="#d23a5c"/><path d="M23 18.8v4.9m0 2.2v2.2" stroke="#fff" stroke-width="2.2"/>',
} as const satisfies Record<Exclude<FaviconState, 'plain'>, string>

/** The whole icon; the mark as app/icon.svg has it. A gap around the badge keeps it apart from the mark. */
function iconWith(badge: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none"><mask id="m"><rect width="32" height="32" fill="#fff"/><circle cx="23.5" cy="23.5" r="9.5" fill="#000"/></mask><g mask="url(#m)"><rect width="32" height="32" rx="6" fill="#1757c2"/><g transform="translate(4 4.6)" stroke="#fff" stroke-width="2.3" stroke-linecap="round"><rect x="4.7" y="1.5" width="9" height="5.6" rx="1.5" fill="#fff" stroke="none" transform="rotate(34 4.7 7.1)"/><path d="M1.8 8.5 12.9 16c1.5 1 2.6 1.5 4.3 1.5h5"/><path d="M8.2 21.7h14" opacity=".5"/></g></g>${badge}</svg>`
}

/** Puts the icon into the document's own links, and back what the server wrote there. */
export function showFavicon(state: FaviconState): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')) {
    link.dataset.plain ??= link.href
    const { plain = '' } = link.dataset
    const href =
      state === 'plain' ? plain : `data:image/svg+xml,${encodeURIComponent(iconWith(BADGES[state]))}`
    if (link.href !== href) link.href = href
  }
}
