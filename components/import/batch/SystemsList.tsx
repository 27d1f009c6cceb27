import { OS_FAMILIES } from '@/lib/import/operating-systems'

/** One list for the cells of all rows. */
export const SYSTEMS_LIST = 'batch-systems'

const VERSIONS = OS_FAMILIES.flatMap(({ versions }) => versions)

export function SystemsList() {
  return (
    <datalist id={SYSTEMS_LIST}>
      {VERSIONS.map((version) => (
        <option key={version} value={version} />
      ))}
    </datalist>
  )
}
