type Props = { nonce: string }

/** As components/elements/browser-settings keeps it. */
const SCRIPT =
  "try{document.documentElement.dataset.density=localStorage.getItem('slipway.density')||''}catch{}"

/** Runs before the first paint: rows that change their height after it would move the page. */
export function DensityScript({ nonce }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant; React would escape its quotes
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: SCRIPT }} />
}
