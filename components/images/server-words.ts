import type { ImageView } from '@/lib/images/view'
import { architectureName } from './detail-words'

type Image = Pick<
  ImageView,
  'kind' | 'architecture' | 'bootMode' | 'minDiskGb' | 'minRamMb' | 'maxRamMb' | 'support'
>

const KINDS: ReadonlyMap<string, string> = new Map([
  ['kvm', 'KVM'],
  ['xen', 'Xen'],
  ['largememory', 'large memory'],
  ['diskintensive', 'disk-intensive'],
  ['highperformance', 'high performance'],
  ['kvm_infiniband', 'InfiniBand'],
  ['xen_hana', 'SAP HANA'],
  ['amd', 'AMD processors'],
  ['kvm_hi1822_hisriov', 'Hi1822 SR-IOV'],
  ['kvm_hi1822_hivirtionet', 'Hi1822 VirtIO-net'],
])

/** "2 GB", or "1536 MB" where it is no whole number of GB: flavors are told in GB. */
export function memory(mb: number): string {
  return mb % 1024 === 0 ? `${mb / 1024}\u00a0GB` : `${mb}\u00a0MB`
}

/** Which servers will offer it, in a sentence. */
export function serverSentence(image: Image): string {
  const { kind, architecture, bootMode, minDiskGb } = image
  const disk = minDiskGb === null ? null : `${minDiskGb}\u00a0GB or more`
  if (kind === 'data')
    return disk ? `Disks of ${disk}, attached to any server.` : 'Disks of any size, attached to any server.'
  if (kind === 'iso') return 'None but the temporary server on which it installs a system.'
  const servers = kind === 'bare-metal' ? 'bare-metal servers' : 'servers'
  const which = architecture === null ? `Any ${servers}` : `${architectureName(architecture)} ${servers}`
  const firmware = bootMode === 'uefi' ? ', of flavors that boot by UEFI' : ''
  const needs = [memoryNeed(image), disk ? `a system disk of ${disk}` : null].filter((need) => need !== null)
  return `${which}${needs.length > 0 ? ` with ${needs.join(' and ')}` : ''}${firmware}.`
}

function memoryNeed({ minRamMb, maxRamMb }: Image): string | null {
  if (minRamMb !== null && maxRamMb !== null) return `${memory(minRamMb)} to ${memory(maxRamMb)} of memory`
  if (minRamMb !== null) return `at least ${memory(minRamMb)} of memory`
  return maxRamMb === null ? null : `at most ${memory(maxRamMb)} of memory`
}

/** What IMS marks it for, in words where we have some; marks we do not know stay as they are. */
export function supportWords({ support }: Image): string[] {
  return support.map((flag) => KINDS.get(flag) ?? flag)
}
