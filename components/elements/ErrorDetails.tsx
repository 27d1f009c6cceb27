import type { ExplainedError } from '@/lib/cloud/explained-error'
import { fullTime } from '@/lib/format/time'
import { CopyButton } from './CopyButton'
import { useTimeZone } from './clock'
import classes from './ErrorDetails.module.css'
import { Facts } from './Facts'
import { Icon } from './Icon'

type Props = { error: ExplainedError }

export function ErrorDetails({ error }: Props) {
  const { code, message, httpStatus, requestId, at } = error
  const timeZone = useTimeZone()
  return (
    <details className={classes.details}>
      <summary className={classes.summary}>
        <Icon name="chevron-right" className={classes.chevron} />
        Details
      </summary>
      <Facts
        layout="narrow"
        facts={[
          { label: 'Code', value: code ? <code>{code}</code> : null },
          { label: 'Message', value: message },
          { label: 'HTTP status', value: httpStatus },
          { label: 'Request id', value: requestId ? <code>{requestId}</code> : null },
          { label: 'Time', value: fullTime(at, timeZone) },
        ]}
      />
      <div className={classes.copy}>
        <CopyButton value={supportText(error)} label="Copy for support" size="xs" />
      </div>
    </details>
  )
}

/** In UTC: whoever reads it sits in another zone. */
function supportText({ title, code, message, httpStatus, requestId, at }: ExplainedError): string {
  return [
    title,
    `Code: ${code ?? 'none'}`,
    `Message: ${message ?? 'none'}`,
    `HTTP status: ${httpStatus ?? 'none'}`,
    `Request id: ${requestId ?? 'none'}`,
    `Time: ${new Date(at).toISOString()}`,
  ].join('\n')
}
