import { line } from './numbers.ts'
import { scriptBytes } from './page-scripts.ts'
import type { Scene } from './scene.ts'

const KB = 1000

/** JavaScript on the wire for a first visit, beside that of a page of the bare app. */
export async function pages({ console, bare, cookie, jobPath, imagePath }: Scene): Promise<string[]> {
  const measured = [
    { what: 'sign-in', path: '/sign-in', budgetKb: 200, cookie: '' },
    { what: 'import form', path: '/import', budgetKb: 300, cookie },
    { what: 'job page', path: jobPath, budgetKb: 240, cookie },
    { what: 'image page', path: imagePath, budgetKb: 240, cookie },
    { what: 'images list', path: '/images', budgetKb: 240, cookie },
  ]
  const bareBytes = await scriptBytes(bare.address, '/')
  const lines = [line('bare page', `${(bareBytes / KB).toFixed(0)} KB`)]
  for (const { what, path, budgetKb, cookie: sent } of measured) {
    const bytes = await scriptBytes(console.address, path, sent)
    lines.push(
      line(what, `${(bytes / KB).toFixed(0)} KB, ${(bytes / bareBytes).toFixed(2)} x bare`, {
        words: `${budgetKb} KB`,
        kept: bytes <= budgetKb * KB,
      }),
    )
  }
  return lines
}
