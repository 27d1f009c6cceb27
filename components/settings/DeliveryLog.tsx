'use client'

import type { DeliveryView } from '@/lib/webhooks/view'
import classes from './DeliveryLog.module.css'
import { DeliveryRow } from './DeliveryRow'

type Props = { deliveries: readonly DeliveryView[]; onChanged: () => unknown }

/** The newest calls of the webhook and what became of them. */
export function DeliveryLog({ deliveries, onChanged }: Props) {
  return (
    <section className={classes.log} aria-labelledby="deliveries">
      <h3 id="deliveries">Deliveries</h3>
      <p className={classes.note}>
        {deliveries.length === 0
          ? 'None yet. The next import that ends is told.'
          : 'The newest 50, kept for 30 days.'}
      </p>
      {deliveries.length > 0 ? (
        <ul>
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} onChanged={onChanged} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}
