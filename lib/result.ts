/** What is expected to go wrong is returned, what is a bug is thrown. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E }
