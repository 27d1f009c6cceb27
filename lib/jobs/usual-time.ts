/** How long imports like one have taken, as kept with it and sent to the browser. */
import * as z from 'zod/mini'

export const usualTime = z.object({
  /** The middle 80 % of the like imports, from submission to end; milliseconds. */
  fromMs: z.number(),
  toMs: z.number(),
  /** How many imports that is learnt from. */
  count: z.number(),
  /** "VHD" */
  format: z.string(),
  /** Of the file, GiB; null: no upper end. */
  sizeGib: z.object({ from: z.number(), to: z.nullable(z.number()) }),
})
export type UsualTime = z.infer<typeof usualTime>
