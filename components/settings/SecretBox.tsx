import { CopyText } from '@/components/elements/CopyText'
import { Notice } from '@/components/elements/Notice'

type Props = { secret: string }

export function SecretBox({ secret }: Props) {
  return (
    <Notice shape="ok" title="Secret">
      <p>Signs each call; shown once. Copy it to the receiver now.</p>
      <p>
        <CopyText value={secret} label="secret" />
      </p>
    </Notice>
  )
}
