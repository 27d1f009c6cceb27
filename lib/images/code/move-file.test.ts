import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveFileCommand } from './move-file.ts'

const HERE = {
  regionId: 'eu-de',
  regionName: 'eu-de',
  obsUrl: 'https://obs.eu-de.example',
  bucket: 'out',
  key: 'a/web.qcow2',
}
const THERE = { regionId: 'eu-nl', regionName: 'eu-nl', obsUrl: null, bucket: 'in', key: 'a/web.qcow2' }

test('reads at one region and writes at the other', () => {
  const text = moveFileCommand(HERE, THERE, false)
  expect(text).toContain('--endpoint-url https://obs.eu-de.example s3 cp s3://out/a/web.qcow2 - \\\n')
  expect(text).toContain(`--expected-size ${128 * 2 ** 30} - s3://in/a/web.qcow2`)
  expect(moveFileCommand(HERE, THERE, true)).toContain(`--expected-size ${2 ** 40}`)
})

test('whatever a key holds is one word to the shell', () => {
  const anyKey = fc.string({ minLength: 1, maxLength: 40 }).filter((key) => !/[\0\r\n]/.test(key))
  fc.assert(
    fc.property(anyKey, (key) => {
      const text = moveFileCommand({ ...HERE, key }, { ...THERE, key }, false)
      const shell = `aws() { for word; do last=$word; done; [ "$last" = - ] || printf %s "$last"; }\n${text}`
      expect(execFileSync('bash', ['-c', shell], { encoding: 'utf8' })).toBe(`s3://in/${key}`)
    }),
    { numRuns: 20 },
  )
})
