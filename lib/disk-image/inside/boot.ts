/** How the disk boots and on what it runs, concluded from what was seen. Every answer names its ground. */
import { evidenceOf, fact } from '../formats/reading.ts'
import type { Evidence, Fact, Inspection } from '../inspection.ts'
import type { Contents, SeenPartition } from './contents.ts'
import { BIOS_BOOT, isEsp, ROOT_ARCHITECTURES } from './table.ts'

type BootMode = Inspection['bootMode']
type Architecture = Inspection['architecture']

const ground = ({ entry }: SeenPartition): Evidence =>
  evidenceOf({ where: 'disk', offset: entry.entryAt, value: entry.type })

/** Code in the first sector of a GPT disk proves nothing: GRUB and partitioning tools leave it there for any boot mode. */
export function bootModeOf(contents: Contents): BootMode {
  const { partitionTable, partitions, bootCode } = contents
  if (partitionTable === 'unknown') return unknown('The partition table could not be read.')
  if (partitionTable === 'none') return unknown('The disk has no partition table.')
  const esp = partitions.find(isBootableEsp)
  const bios = biosGround(contents)
  if (esp && bios)
    return {
      value: 'hybrid',
      because: `It has an EFI system partition and ${bios.because}.`,
      evidence: ground(esp),
    }
  if (esp)
    return {
      value: 'uefi',
      because: 'It has an EFI system partition, and nothing for BIOS.',
      evidence: ground(esp),
    }
  if (bios)
    return { value: 'bios', because: `It has ${bios.because}, and no EFI loader.`, evidence: bios.evidence }
  return unknown(
    bootCode
      ? 'Only code in the first sector points to a boot mode.'
      : 'Nothing on the disk boots: it may be a data disk.',
  )
}

const unknown = (because: string): BootMode => ({ value: 'unknown', because, evidence: null })

/** An ESP without an EFI folder starts nothing; one that could not be read counts by its type. */
const isBootableEsp = ({ entry, esp }: SeenPartition): boolean => isEsp(entry) && esp?.hasEfiFolder !== false

function biosGround({ partitionTable, partitions, bootCode, activeInMbr }: Contents) {
  if (partitionTable === 'gpt') {
    const boot = partitions.find(({ entry }) => entry.type === BIOS_BOOT)
    if (boot) return { because: 'a BIOS boot partition', evidence: ground(boot) }
    const legacy = partitions.find(({ entry }) => entry.bootFlag)
    if (legacy) return { because: 'a partition marked for BIOS', evidence: ground(legacy) }
    return activeInMbr ? { because: 'an active entry in its MBR', evidence: mbrEvidence } : null
  }
  const active = partitions.find(({ entry }) => entry.bootFlag && !isEsp(entry))
  if (active) return { because: 'an active partition', evidence: ground(active) }
  return bootCode ? { because: 'boot code in its MBR', evidence: mbrEvidence } : null
}

const mbrEvidence = evidenceOf({ where: 'disk', offset: 0 })

export function architectureOf({ partitions }: Contents): Architecture {
  for (const { entry, esp } of partitions)
    if (esp?.loader) {
      const evidence = evidenceOf({ where: 'disk', offset: entry.startBytes, value: esp.loader.name })
      return { value: esp.loader.architecture, because: `The loader is ${esp.loader.name}.`, evidence }
    }
  for (const seen of partitions) {
    const value = Object.entries(ROOT_ARCHITECTURES).find(([type]) => type === seen.entry.type)?.[1]
    if (value) return { value, because: 'The type of the root partition names it.', evidence: ground(seen) }
  }
  return { value: 'unknown', because: 'Neither a loader nor a partition type names it.', evidence: null }
}

/** An ESP that was read and cannot start a server, or not without settings that are lost in the cloud. */
export function loaderFacts({ partitions }: Contents): Fact[] {
  const read = partitions.filter(({ esp }) => esp !== null)
  const [first] = read
  if (!first || read.some(({ esp }) => esp?.loader)) return []
  const at = { where: 'disk', offset: first.entry.startBytes } as const
  const folders = read.flatMap(({ esp }) => esp?.folders ?? [])
  if (read.every(({ esp }) => !esp?.hasEfiFolder))
    return [fact('no-efi-loader', { ...at, value: 'no folder EFI' })]
  return folders.length === 0
    ? [fact('no-efi-loader', { ...at, value: 'the folder EFI holds no loader' })]
    : [fact('no-fallback-loader', { ...at, value: `only ${folders.join(', ')} in EFI` })]
}
