import { createServer } from 'node:net'
import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { consoleHost } from './console-host.ts'
import { freePorts, LOOPBACK, portFrom, requireFree } from './ports.ts'

test('a taken port is one sentence that names the port and the variable to change', async () => {
  const { taken } = await freePorts('taken')
  const server = createServer().listen(taken, LOOPBACK)
  await new Promise((resolve) => server.once('listening', resolve))
  const seat = { who: 'The console', variable: 'PORT', host: LOOPBACK, port: taken }
  await expect(requireFree(seat)).rejects.toThrow(
    `The console cannot start: port ${taken} is taken. End what listens there, or set PORT to another port.`,
  )
  await new Promise((resolve) => server.close(resolve))
  await expect(requireFree(seat)).resolves.toBeUndefined()
})

test('free ports differ from each other', async () => {
  const ports = await freePorts('console', 'iam', 'ims', 'obs')
  expect(new Set(Object.values(ports)).size).toBe(4)
})

test('an unset or empty port is the usual one', () => {
  expect(portFrom({}, 'PORT', 3000)).toBe(3000)
  expect(portFrom({ PORT: '' }, 'PORT', 3000)).toBe(3000)
  expect(portFrom({ PORT: '8080' }, 'PORT', 3000)).toBe(8080)
})

test.each(['0', '65536', '3000x', '-1', '1e3', ' '])('PORT=%j is refused with its name', (text) => {
  expect(() => portFrom({ PORT: text }, 'PORT', 3000)).toThrow('Set it to a port number from 1 to 65535.')
})

test('the console listens on this machine only, until someone wishes otherwise', () => {
  expect(consoleHost({})).toBe(LOOPBACK)
  expect(consoleHost({ HOSTNAME: hostname() })).toBe(LOOPBACK)
  expect(consoleHost({ HOSTNAME: '0.0.0.0' })).toBe('0.0.0.0')
})
