import type { Store } from './store.ts'

/**
 * Takes or keeps a lease: of all processes that share the store one has it, and another takes it over once it was
 * not renewed in time. The processes' clocks must agree to a fraction of `forMs`.
 *
 * @param forMs how long it holds from `now` on, milliseconds
 * @returns whether this holder has it
 */
export async function holdLease(
  db: Store,
  name: string,
  holder: string,
  now: number,
  forMs: number,
): Promise<boolean> {
  const lease = { name, holder, held_until: now + forMs }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('lease')
    .values(lease)
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ holder, held_until: lease.held_until })
        .where((eb) =>
          eb.or([
            eb('lease.holder', '=', holder),
            eb('lease.held_until', '<=', now),
            // It cannot have been taken for so long: the clock was ahead when it was, and has been set back.
            eb('lease.held_until', '>', now + 2 * forMs),
          ]),
        ),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Lets another process take it at once. */
export async function releaseLease(db: Store, name: string, holder: string): Promise<void> {
  await db.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute()
}
