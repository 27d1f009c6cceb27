import type { ExplainedError } from '@/lib/cloud/explained-error'
import { fullTime } from '@/lib/format/time'
import { CopyButton } from './CopyButton'
import { useTimeZone } from './clock'
import { Disclosure } from './Disclosure'
import classes from './ErrorDetails.module.css'
import { Facts } from './Facts'

type Props = { error: ExplainedError }

export function ErrorDetails({ error }: Props) {
  const { code, message, httpStatus, requestId, at } = error
  const timeZone = useTimeZone()
  return (
    <Disclosure summary="Details">
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
    </Disclosure>
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
