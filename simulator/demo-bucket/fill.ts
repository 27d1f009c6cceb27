import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

export async function fillDemoBuckets(folder: string): Promise<void> {
  for (const b of ['ims-image', 'archive-nl', 'not-yours'])
    if (!existsSync(join(folder, b))) await mkdir(join(folder, b))
}
