import { describe, expect, test } from 'vitest'
import { memory, serverSentence, supportWords } from './server-words'

type Image = Parameters<typeof serverSentence>[0]

const image = (more: Partial<Image> = {}): Image => ({
  kind: 'system',
  architecture: 'x86',
  bootMode: 'bios',
  minDiskGb: 41,
  minRamMb: null,
  maxRamMb: null,
  support: [],
  ...more,
})
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('which servers offer an image', () => {
  test.each<[Partial<Image>, string]>([
    [{}, 'x86 servers with a system disk of 41 GB or more.'],
    [
      { minRamMb: 2048, bootMode: 'uefi' },
      'x86 servers with at least 2 GB of memory and a system disk of 41 GB or more, of flavors that boot by UEFI.',
    ],
    [{ minRamMb: 1536, maxRamMb: 8192, minDiskGb: null }, 'x86 servers with 1536 MB to 8 GB of memory.'],
    [{ maxRamMb: 4096, minDiskGb: null, architecture: 'arm' }, 'Arm servers with at most 4 GB of memory.'],
    [{ minDiskGb: null }, 'x86 servers.'],
    [{ architecture: null }, 'Any servers with a system disk of 41 GB or more.'],
    [{ architecture: 's390x', minDiskGb: null }, 's390x servers.'],
    [{ kind: 'data', minDiskGb: 20 }, 'Disks of 20 GB or more, attached to any server.'],
    [{ kind: 'iso' }, 'None but the temporary server on which it installs a system.'],
    [{ kind: 'bare-metal', minDiskGb: null }, 'x86 bare-metal servers.'],
  ])('%o', (difference, sentence) => {
    expect(plain(serverSentence(image(difference)))).toBe(sentence)
  })

  test('marks have words, unknown ones stay as they are', () => {
    expect(supportWords(image({ support: ['kvm', 'diskintensive', 'quantum'] }))).toEqual([
      'KVM',
      'disk-intensive',
      'quantum',
    ])
  })

  test('memory is told in GB where that is a whole number', () => {
    expect(plain(memory(2048))).toBe('2 GB')
    expect(plain(memory(1000))).toBe('1000 MB')
  })
})
