/**
 * `npm run chaos [-- kills|faults|tabs|many|takeover]`: what an import survives. The console is killed, its cloud
 * misbehaves, a thousand tabs look at it; the simulator's own counts are the witness. Takes some twenty minutes.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../scripts/build.ts'
import { Failure, runScript } from '../scripts/failure.ts'
import { endChildrenOnSignals } from '../scripts/lifetime.ts'
import { FAULTS_SPEED, faults } from './faults.ts'
import { KILLS_SPEED, kills } from './kills.ts'
import { manyJobs } from './many-jobs.ts'
import { type Scene, type StoreKind, setScene } from './scene.ts'
import { tabs } from './tabs.ts'
import { takeover } from './takeover.ts'

type Trial = { name: string; title: string; run: (folder: string) => Promise<string[]> }

const STORES: readonly StoreKind[] = ['SQLite', 'PostgreSQL']

const TRIALS: Trial[] = [
  {
    name: 'kills',
    title: 'Killed between click and end',
    run: (folder) => onEach(STORES, (store) => inScene(folder, { store, speed: KILLS_SPEED }, kills)),
  },
  {
    name: 'faults',
    title: 'A cloud that misbehaves',
    run: async (folder) => [
      ...(await inScene(folder, { store: 'SQLite', speed: FAULTS_SPEED }, (scene) =>
        faults(scene, '/v2/cloudimages/action'),
      )),
      ...(await inScene(
        folder,
        { store: 'SQLite', speed: FAULTS_SPEED, type: 'Data disk', file: 'ims-image:data-volume.qcow2' },
        (scene) => faults(scene, '/v1/cloudimages/dataimages/action'),
      )),
    ],
  },
  {
    name: 'tabs',
    title: 'A thousand tabs',
    run: (folder) => onEach(STORES, (store) => inScene(folder, { store, speed: 1 }, tabs)),
  },
  {
    name: 'many',
    title: 'Many running imports',
    run: (folder) => inScene(folder, { store: 'SQLite', speed: 1 }, manyJobs),
  },
  { name: 'takeover', title: 'One of two instances killed', run: takeover },
]

await runScript(async () => {
  if (process.platform !== 'linux') throw new Failure('These trials read /proc, so they run on Linux only.')
  const wanted = process.argv.slice(2)
  const chosen = TRIALS.filter(({ name }) => !wanted.length || wanted.includes(name))
  if (!chosen.length) throw new Failure(`There is no trial called ${wanted.join(' or ')}.`)
  endChildrenOnSignals()
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'slipway-chaos-'))
  try {
    for (const { title, run } of chosen) {
      console.log(`\n${title}`)
      console.log((await run(folder)).join('\n'))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

async function inScene(
  folder: string,
  wanted: Parameters<typeof setScene>[1],
  run: (scene: Scene) => Promise<string[]>,
): Promise<string[]> {
  const scene = await setScene(folder, wanted)
  try {
    return await run(scene)
  } finally {
    await scene.stop()
  }
}

async function onEach<T>(items: readonly T[], run: (item: T) => Promise<string[]>): Promise<string[]> {
  const lines: string[] = []
  for (const item of items) lines.push(...(await run(item)))
  return lines
}
