/** Why a call is refused: a code of the error table (ims.md 0) and a text of the simulator's own. */
export type Refusal = { code: string; message: string }

export type Result<T> = { ok: true; value: T } | ({ ok: false } & Refusal)

export function refuse(code: string, message: string): { ok: false } & Refusal {
  return { ok: false, code, message }
}
