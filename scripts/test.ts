/** `npm test`: every check, in the order in which they tell most for their time, up to the first that fails. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.ts'
import { runScript } from './failure.ts'
import { endChildrenOnSignals } from './lifetime.ts'
import { inProject } from './project.ts'
import { skippedBanner } from './real-openstack/packages.ts'
import {
  type Counts,
  closingLine,
  type Outcome,
  outcomeIn,
  playwrightOutcome,
  sumOf,
  vitestOutcome,
} from './test-report.ts'
import { NO_TELEMETRY, runTool } from './tool.ts'

type Stage = {
  name: string
  run: () => Promise<boolean>
  report?: { file: string; outcome: (report: unknown) => Outcome }
}

const NOTHING: Outcome = { counts: { passed: 0, failed: 0, skipped: 0 }, failures: [] }

const isCi = Boolean(process.env.CI)

function stages(reports: string): Stage[] {
  const unit = join(reports, 'vitest.json')
  const browser = join(reports, 'playwright.json')
  return [
    { name: 'lint', run: () => runTool('biome', ['ci', ...(isCi ? ['--colors=off'] : []), '.']) },
    { name: 'unused code', run: () => runTool('knip', []) },
    {
      name: 'types',
      run: async () =>
        (await runTool('next', ['typegen'], NO_TELEMETRY)) && (await runTool('tsc', ['--noEmit'])),
    },
    { name: 'PostgreSQL', run: () => runTool('node', [inProject('scripts', 'postgres.ts')]) },
    {
      name: 'unit and contract',
      run: () =>
        runTool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`]),
      report: { file: unit, outcome: vitestOutcome },
    },
    { name: 'build', run: build },
    { name: 'browser', run: () => runTool('node', [inProject('scripts', 'browser.ts')]) },
    {
      name: 'Keystone and Glance',
      run: () => runTool('node', [inProject('scripts', 'real-openstack', 'packages.ts')]),
    },
    {
      name: 'end to end',
      run: () =>
        runTool('playwright', ['test', `--reporter=${isCi ? 'dot' : 'list'},json`], {
          PLAYWRIGHT_JSON_OUTPUT_FILE: browser,
        }),
      report: { file: browser, outcome: playwrightOutcome },
    },
  ]
}

await runScript(async () => {
  endChildrenOnSignals()
  const reports = mkdtempSync(join(tmpdir(), 'slipway-test-'))
  const lines: string[] = []
  const counts: Counts[] = []
  let failed: { stage: string; failures: string[] } | undefined
  for (const { name, run, report } of stages(reports)) {
    console.log(`\n── ${name}`)
    const begin = Date.now()
    const ranWell = await run()
    const seconds = ((Date.now() - begin) / 1000).toFixed(1)
    const outcome = report ? outcomeIn(report.file, report.outcome) : NOTHING
    const isGood = ranWell && outcome !== null
    lines.push(`${isGood ? 'passed' : 'FAILED'}  ${seconds.padStart(6)} s  ${name}`)
    const { counts: counted, failures } = outcome ?? { ...NOTHING, failures: ['It wrote no report.'] }
    // A stage that fails without a failed test, lint or a runner cut short, must not close with "0 failed".
    counts.push(!isGood && counted.failed === 0 ? { ...counted, failed: 1 } : counted)
    if (!isGood) {
      failed = { stage: name, failures }
      break
    }
  }
  rmSync(reports, { recursive: true, force: true })

  console.log(`\n${lines.join('\n')}`)
  const skipped = skippedBanner()
  if (skipped) console.log(`\n${skipped}`)
  if (failed) {
    console.log(`\nStopped at ${failed.stage}; what it printed stands above.`)
    for (const failure of failed.failures) console.log(`\n${failure}`)
  }
  console.log(`\n${closingLine(sumOf(counts))}`)
  if (failed) process.exitCode = 1
})
