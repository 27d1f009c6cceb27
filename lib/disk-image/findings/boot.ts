/** Will a server made from this disk start as the request says? */
import type { Inspection } from '../inspection.ts'
import { factOf, isDisk, valueIn, whyUnread } from './facts.ts'
import type { CheckFile, Finding, FindingRequest } from './finding.ts'
import { passed, said, unknown } from './said.ts'

const MODE_WORDS = { bios: 'BIOS', uefi: 'UEFI' } as const

export const partitionTableCheck: CheckFile = (inspection, { kind }) => {
  if (!isDisk(inspection)) return []
  const damaged = factOf(inspection, 'partition-table-damaged')
  if (damaged)
    return [
      said({
        id: 'partition-table-damaged',
        check: 'partition-table',
        severity: 'warns',
        title: 'The partition table is damaged.',
        why: valueIn(damaged),
        evidence: damaged.evidence,
        cure: {
          text: 'Repair it in the machine it comes from: gdisk or sgdisk --move-second-header.',
          command: null,
        },
        field: 'imageFile',
      }),
    ]
  if (inspection.partitionTable === 'unknown')
    return [unknown('partition-table', 'The partition table could not be read.', whyUnread(inspection))]
  if (inspection.partitionTable !== 'none')
    return [
      passed(
        'partition-table',
        `It has a partition table (${inspection.partitionTable.toUpperCase()}).`,
        inspection.partitions.length === 1
          ? 'It lists 1 partition.'
          : `It lists ${inspection.partitions.length} partitions.`,
      ),
    ]
  return [
    said({
      id: 'no-partition-table',
      check: 'partition-table',
      severity: kind === 'system' ? 'warns' : 'informs',
      title: 'The disk has no partition table.',
      why:
        kind === 'system' ? 'This looks like a data disk.' : 'It is used as one volume, or was never used.',
      cure: kind === 'system' ? { text: 'Import it as a data disk.', command: null } : null,
      field: 'kind',
    }),
  ]
}

export const bootModeCheck: CheckFile = (inspection, { kind, bootMode }) => {
  if (!isDisk(inspection) || kind === 'data') return []
  const { value, because, evidence } = inspection.bootMode
  if (value === 'unknown') {
    if (inspection.partitionTable === 'none' && kind !== 'system') return []
    return [
      unknown(
        'boot-mode',
        'How the disk boots is not known.',
        inspection.insideUnread === null ? because : whyUnread(inspection),
      ),
    ]
  }
  if (value === 'hybrid')
    return [
      said({
        id: 'hybrid',
        check: 'boot-mode',
        severity: 'informs',
        title: 'The disk boots with BIOS and with UEFI.',
        why: because,
        evidence,
        field: 'bootMode',
      }),
    ]
  const found = said({
    id: value,
    check: 'boot-mode',
    severity: 'informs',
    title: `The disk boots with ${MODE_WORDS[value]}.`,
    why: because,
    evidence,
    field: 'bootMode',
  })
  if (bootMode === undefined) return [found]
  if (bootMode === value)
    return [found, passed('boot-mode', `Boot mode ${MODE_WORDS[bootMode]} fits the disk.`, because, evidence)]
  return [
    found,
    said({
      id: 'boot-mode-differs',
      check: 'boot-mode',
      severity: 'warns',
      title: `Boot mode is ${MODE_WORDS[bootMode]}, and the disk boots with ${MODE_WORDS[value]}.`,
      why: `IMS imports it, and the server does not start. ${because}`,
      evidence,
      cure: { text: `Set boot mode to ${MODE_WORDS[value]}.`, command: null },
      field: 'bootMode',
    }),
  ]
}

export const loaderCheck: CheckFile = (inspection, { kind }) => {
  if (kind === 'data') return []
  const missing = factOf(inspection, 'no-efi-loader')
  if (missing)
    return [
      said({
        id: 'no-efi-loader',
        check: 'loader',
        severity: 'warns',
        title: 'The EFI system partition holds no loader.',
        why: `A server with UEFI does not start from it: ${valueIn(missing)}.`,
        evidence: missing.evidence,
        cure: {
          text: 'Install the boot loader in the machine it comes from, or use BIOS where the disk has it.',
          command: null,
        },
        field: 'bootMode',
      }),
    ]
  const unnamed = factOf(inspection, 'no-fallback-loader')
  if (!unnamed) return []
  return [
    said({
      id: 'no-fallback-loader',
      check: 'loader',
      severity: 'warns',
      title: 'The loader is not where a new server looks for it.',
      why: `A new server knows no boot entries and starts EFI/BOOT/BOOTX64.EFI; the partition has ${valueIn(unnamed)}.`,
      evidence: unnamed.evidence,
      cure: {
        text: 'Install the loader to the fallback path.',
        command: 'grub-install --target=x86_64-efi --removable',
      },
      field: 'bootMode',
    }),
  ]
}

export const architectureCheck: CheckFile = (inspection, request) => {
  const { value, because, evidence } = inspection.architecture
  if (!isDisk(inspection) || request.kind === 'data') return []
  if (value === 'unknown')
    return [
      unknown('architecture', 'The processor it is made for is not known.', architectureUnread(inspection)),
    ]
  const arm = value === 'arm64' || value === 'arm'
  const found = arm
    ? [
        said({
          id: 'arm64',
          check: 'architecture',
          severity: 'informs',
          title: 'The disk is made for Arm.',
          why: because,
          evidence,
          field: 'architecture',
        }),
      ]
    : []
  return [...found, ...compareArchitecture(value, arm, inspection, request)]
}

const architectureUnread = (inspection: Inspection): string =>
  inspection.insideUnread === null ? inspection.architecture.because : whyUnread(inspection)

function compareArchitecture(
  value: string,
  arm: boolean,
  inspection: Inspection,
  request: FindingRequest,
): Finding[] {
  const { because, evidence } = inspection.architecture
  const needed = arm ? 'arm' : 'x86'
  if (value === 'riscv64')
    return [
      said({
        id: 'architecture-differs',
        check: 'architecture',
        severity: 'warns',
        title: 'The disk is made for RISC-V.',
        why: 'IMS knows x86 and Arm.',
        evidence,
        field: 'architecture',
      }),
    ]
  if (request.architecture === undefined) return []
  const findings: Finding[] = []
  if (request.architecture === needed)
    findings.push(passed('architecture', `Architecture ${needed} fits the disk.`, because, evidence))
  else
    findings.push(
      said({
        id: 'architecture-differs',
        check: 'architecture',
        severity: 'warns',
        title: `Architecture is ${request.architecture}, and the disk is made for ${needed}.`,
        why: `IMS imports it, and the server does not start. ${because}`,
        evidence,
        cure: { text: `Set architecture to ${needed}.`, command: null },
        field: 'architecture',
      }),
    )
  if (arm && request.bootMode === 'bios')
    findings.push(
      said({
        id: 'arm-needs-uefi',
        check: 'architecture',
        severity: 'warns',
        title: 'Arm servers boot with UEFI only.',
        why: because,
        evidence,
        cure: { text: 'Set boot mode to UEFI.', command: null },
        field: 'bootMode',
      }),
    )
  return findings
}
