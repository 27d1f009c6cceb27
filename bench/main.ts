/**
 * `npm run bench [-- images|inspections|jobs|pages|polls|submits]`: what the console costs beside a bare Next app, and an
 * inspection beside qemu-img, measured side by side in one run, on this machine.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../scripts/build.ts'
import { Failure, runScript } from '../scripts/failure.ts'
import { endChildrenOnSignals } from '../scripts/lifetime.ts'
import { imagesList } from './images-list.ts'
import { inspections } from './inspections.ts'
import { jobsList } from './jobs-list.ts'
import { pages } from './pages.ts'
import { polls } from './polls.ts'
import { type Scene, setScene } from './scene.ts'
import { submits } from './submits.ts'

type Measurement = { name: string; title: string } & (
  | { measure: (scene: Scene) => Promise<string[]> }
  /** Needs room for files, and no scene: no server at all, or servers of its own. */
  | { measureIn: (folder: string) => Promise<string[]> }
)

const MEASUREMENTS: Measurement[] = [
  {
    name: 'images',
    title: 'The list of images, beside a page that fetches and draws',
    measureIn: imagesList,
  },
  { name: 'inspections', title: 'Reads of an inspection, and its time', measureIn: inspections },
  { name: 'jobs', title: 'Processor time of the server for a look at the list of jobs', measureIn: jobsList },
  { name: 'pages', title: 'JavaScript on the wire, first load', measure: pages },
  {
    name: 'polls',
    title: 'Processor time of the server for a status poll, 16 connections',
    measure: polls,
  },
  { name: 'submits', title: "The console's own time in a submit", measure: submits },
]

await runScript(async () => {
  if (process.platform !== 'linux') throw new Failure('The benchmarks read /proc, so they run on Linux only.')
  const wanted = process.argv.slice(2)
  const chosen = MEASUREMENTS.filter(({ name }) => !wanted.length || wanted.includes(name))
  if (!chosen.length) throw new Failure(`There is no measurement called ${wanted.join(' or ')}.`)
  endChildrenOnSignals()
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'))
  let scene: Scene | undefined
  try {
    for (const measurement of chosen) {
      let lines: string[]
      if ('measureIn' in measurement) lines = await measurement.measureIn(folder)
      else {
        if (!scene) {
          await ensureBuilt()
          scene = await setScene(folder)
        }
        lines = await measurement.measure(scene)
      }
      console.log(`\n${measurement.title}\n${lines.join('\n')}`)
    }
  } finally {
    await scene?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
