/** `npm test`: every check, in the order in which they tell most for their time, up to the first that fails. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.ts'
import { runScript } from './failure.ts'
import { endChildrenOnSignals } from './lifetime.ts'
import { inProject } from './project.ts'
import { skippedBanner } from './real-openstack/packages.ts'
import { type Counts, closingLine, playwrightCounts, readReport, sumOf, vitestCounts } from './test-counts.ts'
import { NO_TELEMETRY, runTool } from './tool.ts'

type Stage = {
  name: string
  run: () => Promise<boolean>
  report?: { file: string; counts: (report: unknown) => Counts }
}

const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 }

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
      report: { file: unit, counts: vitestCounts },
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
      report: { file: browser, counts: playwrightCounts },
    },
  ]
}

await runScript(async () => {
  endChildrenOnSignals()
  const reports = mkdtempSync(join(tmpdir(), 'slipway-test-'))
  const lines: string[] = []
  const counts: Counts[] = []
  let failedStage: string | undefined
  for (const { name, run, report } of stages(reports)) {
    console.log(`\n── ${name}`)
    const begin = Date.now()
    const isGood = await run()
    const seconds = ((Date.now() - begin) / 1000).toFixed(1)
    lines.push(`${isGood ? 'passed' : 'FAILED'}  ${seconds.padStart(6)} s  ${name}`)
    const counted = report && existsSync(report.file) ? report.counts(readReport(report.file)) : NOTHING
    // A stage that fails without a failed test, lint or a runner cut short, must not close with "0 failed".
    counts.push(!isGood && counted.failed === 0 ? { ...counted, failed: 1 } : counted)
    if (!isGood) {
      failedStage = name
      break
    }
  }
  rmSync(reports, { recursive: true, force: true })

  console.log(`\n${lines.join('\n')}`)
  const skipped = skippedBanner()
  if (skipped) console.log(`\n${skipped}`)
  if (failedStage) console.log(`\nStopped at ${failedStage}; what it printed stands above.`)
  console.log(`\n${closingLine(sumOf(counts))}`)
  if (failedStage) process.exitCode = 1
})
