import classes from './DeleteDialog.module.css'
import { type Dependents, dependentWords } from './dependents'

type Props = { of: Dependents }

/** Who uses the image as far as the cloud knows: it lists projects, and no servers. */
export function DependentList({ of }: Props) {
  const words = dependentWords(of)
  if (words === null) return null
  return (
    <>
      {/* Which ones follow. */}
      <p className={classes.more}>{Array.isArray(of) ? words.replace(/\.$/, ':') : words}</p>
      {Array.isArray(of) ? (
        <ul className={classes.list}>
          {of.map(({ projectId, status }) => (
            <li key={projectId}>
              <code>{projectId}</code> ({status})
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
