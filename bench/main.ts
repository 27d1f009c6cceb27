/** `npm run bench [-- pages|polls|submits]`: what the console costs beside a bare Next app, measured side by side in one run, on this machine. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../scripts/build.ts'
import { Failure, runScript } from '../scripts/failure.ts'
import { endChildrenOnSignals } from '../scripts/lifetime.ts'
import { pages } from './pages.ts'
import { polls } from './polls.ts'
import { type Scene, setScene } from './scene.ts'
import { submits } from './submits.ts'

type Measurement = { name: string; title: string; measure: (scene: Scene) => Promise<string[]> }

const MEASUREMENTS: Measurement[] = [
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
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'))
  const scene = await setScene(folder)
  try {
    for (const { title, measure } of chosen) console.log(`\n${title}\n${(await measure(scene)).join('\n')}`)
  } finally {
    await scene.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
