import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInside } from './private-ranges.ts'

describe('an address is inside', () => {
  test.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '100.125.4.25',
    '169.254.169.254',
    '192.0.0.192',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:a9fe:a9fe',
    '::7f00:1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::8.8.8.8',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'localhost',
    'example.com',
    '',
    '127.1',
    '0x7f.0.0.1',
  ])('%s', (address) => expect(isInside(address)).toBe(true))

  test.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '223.255.255.255',
    '80.158.0.1',
    '::ffff:80.158.0.1',
    '64:ff9b::80.158.0.1',
    '2a01:4f8::1',
    '2606:4700:4700::1111',
  ])('not %s', (address) => expect(isInside(address)).toBe(false))

  const ipv4 = fc.tuple(...Array.from({ length: 4 }, () => fc.nat(255))).map((octets) => octets.join('.'))

  test('whether it is written as IPv4, mapped into IPv6 or behind NAT64', () => {
    fc.assert(
      fc.property(ipv4, (address) => {
        expect(isInside(`::ffff:${address}`)).toBe(isInside(address))
        expect(isInside(`64:ff9b::${address}`)).toBe(isInside(address))
      }),
    )
  })

  test('if it is no global unicast address of IPv6, however its zeros are written', () => {
    const group = fc.nat(0xffff).map((number) => number.toString(16))
    const outside = fc.nat(0xffff).filter((first) => first < 0x2000 || first > 0x3fff)
    fc.assert(
      fc.property(outside, fc.array(group, { minLength: 7, maxLength: 7 }), (first, rest) => {
        const address = [first.toString(16), ...rest].join(':')
        fc.pre(!address.startsWith('0:0:0:0:0:ffff:') && !address.startsWith('64:ff9b:0:0:0:0:'))
        expect(isInside(address)).toBe(true)
      }),
    )
  })
})
