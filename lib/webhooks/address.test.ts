import { expect, test } from 'vitest'
import { checkAddress, parseAddress } from './address.ts'

const HTTPS = 'Enter an https address.'
const INSIDE = /inside the server's own network/

test.each([
  ['https://hooks.example.com/slipway?team=web', 'https://hooks.example.com/slipway?team=web'],
  ['  https://hooks.example.com/a#b ', 'https://hooks.example.com/a'],
  ['https://80.158.0.1:8443/', 'https://80.158.0.1:8443/'],
  ['https://[2a01:4f8::1]/', 'https://[2a01:4f8::1]/'],
])('%s is called as %s', (text, address) => {
  expect(parseAddress(text, false)).toEqual({ ok: true, value: address })
})

test.each([
  ['', HTTPS],
  ['hooks.example.com', HTTPS],
  ['http://hooks.example.com/', HTTPS],
  ['ftp://hooks.example.com/', HTTPS],
  ['javascript:alert(1)', HTTPS],
  ['file:///etc/passwd', HTTPS],
  ['https://user:secret@hooks.example.com/', /without a user name/],
  [`https://hooks.example.com/${'a'.repeat(3000)}`, /at most 2048/],
  ['https://localhost/', INSIDE],
  ['https://localhost./', INSIDE],
  ['https://a.localhost/', INSIDE],
  ['https://127.0.0.1/', INSIDE],
  // Other ways to write 127.0.0.1, which the parser knows.
  ['https://2130706433/', INSIDE],
  ['https://0x7f.1/', INSIDE],
  ['https://0177.0.0.1/', INSIDE],
  ['https://127.1/', INSIDE],
  ['https://[::1]/', INSIDE],
  ['https://[::ffff:10.0.0.1]/', INSIDE],
  ['https://169.254.169.254/latest/meta-data', INSIDE],
  ['https://192.168.0.1:9000/', INSIDE],
])('%s is refused', (text, words) => {
  const parsed = parseAddress(text, false)
  expect(parsed.ok ? parsed.value : parsed.error).toMatch(words)
})

test('an administrator may allow what is inside, and plain http with it', () => {
  for (const text of ['http://127.0.0.1:9000/', 'https://10.0.0.1/', 'http://localhost/'])
    expect(parseAddress(text, true)).toMatchObject({ ok: true })
  expect(parseAddress('http://user@localhost/', true)).toMatchObject({ ok: false })
})

test('a name that nobody knows yet is taken', async () => {
  expect(await checkAddress('https://no-such-name.invalid/hook', false)).toEqual({
    ok: true,
    value: 'https://no-such-name.invalid/hook',
  })
})
