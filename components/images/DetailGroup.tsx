import { type Fact, Facts } from '@/components/elements/Facts'
import classes from './DetailGroup.module.css'

type Props = { title: string; facts: readonly Fact[] }

export function DetailGroup({ title, facts }: Props) {
  return (
    <section className={classes.group}>
      <h3 className={classes.title}>{title}</h3>
      <Facts facts={facts} />
    </section>
  )
}
