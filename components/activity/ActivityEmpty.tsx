import Link from 'next/link'
import { Empty } from '@/components/elements/Empty'
import { paths } from '@/lib/navigation'

type Props = { isFiltered: boolean }

export function ActivityEmpty({ isFiltered }: Props) {
  if (!isFiltered) return <Empty title="Nothing was changed in this project yet." />
  return <Empty title="No change matches." action={<Link href={paths.activity()}>Clear filters</Link>} />
}
