/**
 * Says what a disk image file is, from a few small reads of it: its format, the size of the disk inside, what is
 * wrong with it, and how the disk in it boots. Nothing in the file can make this fail: what cannot be told is
 * "unknown". It rejects only when the source does.
 */
import type { ByteSource } from './byte-source.ts'
import { extensionOf, isNotInspected, promiseKept, promisesRaw } from './extensions.ts'
import { ceilDivide, smaller } from './fields.ts'
import { type FormatParser, type FormatReading, fact } from './formats/reading.ts'
import { signedAtHead, signedWithin } from './formats/table.ts'
import { architectureOf, bootModeOf, loaderFacts } from './inside/boot.ts'
import { emptyContents, shownPartition } from './inside/contents.ts'
import { type Look, lookInside } from './inside/look-inside.ts'
import { osHintsOf } from './inside/os-hints.ts'
import { typeName } from './inside/table.ts'
import type { Fact, FactId, Inspection } from './inspection.ts'
import { isUnread, type Unread } from './medium.ts'
import { type BudgetedFile, INSPECTION_LIMITS, withReadBudget } from './read-budget.ts'
import { type Decompress, unpackWith } from './unpack.ts'

const GIB = 1024n ** 3n
const MAX_FACTS = 100
/** Holds the last magic that a format may have at its end. */
const TAIL_BYTES = 1024

type Choices = {
  /** For what its ending promises, and as the weakest hint to an operating system. */
  fileName?: string
  signal?: AbortSignal
  /** Zstandard for this machine: node-zstd.ts on a server. Without it, what needs it is unknown. */
  zstd?: Decompress
}

export async function inspect(
  source: ByteSource,
  { fileName, signal, zstd }: Choices = {},
): Promise<Inspection> {
  const file = withReadBudget(source, INSPECTION_LIMITS, signal)
  const name = fileName ?? null
  const extension = name === null ? null : extensionOf(name)
  const head = await file.head()
  if (file.sizeBytes === 0n) return assemble(file, name, notRead('empty', 0n), null)
  const signed = await findFormat(file, head)
  if (signed.parser) {
    const reading = await signed.parser.read(file, head, unpackWith(zstd ?? null))
    if (signed.also > 0)
      reading.facts.push(fact('several-formats', { offset: 0, value: `${signed.also + 1} formats` }))
    const look = typeof reading.disk === 'string' ? null : await lookInside(reading.disk)
    if (reading.checkEnd && !hasFact(reading.facts, 'truncated')) {
      const found = await reading.checkEnd()
      reading.endSeen = !isUnread(found)
      if (!isUnread(found)) reading.facts.push(...found)
    }
    return assemble(file, name, reading, look)
  }
  if (isNotInspected(extension)) return assemble(file, name, notRead('not-inspected', file.sizeBytes), null)
  const look = await lookInside(file)
  const { partitionTable, wholeDisk } = look.contents
  const seen = partitionTable === 'gpt' || partitionTable === 'mbr' || wholeDisk !== null
  if (!seen && !promisesRaw(extension)) return assemble(file, name, notRead(null, file.sizeBytes), null)
  const raw: FormatReading = {
    format: 'raw',
    formatDetail: null,
    virtualSizeBytes: file.sizeBytes,
    details: [],
    facts: [],
    // A GPT names the sector of its second copy; other raw disks end anywhere.
    endSeen: partitionTable === 'gpt' && look.unread === null,
    disk: file,
  }
  return assemble(file, name, raw, look)
}

/** `also` counts further formats whose signs the file carries: two readers could take it for different things. */
async function findFormat(
  file: BudgetedFile,
  head: Uint8Array,
): Promise<{ parser: FormatParser | null; also: number }> {
  const atHead = signedAtHead.filter((parser) => parser.recognise?.(head))
  const within = signedWithin.filter((parser) => parser.recognise?.(head))
  const [first, ...others] = atHead
  if (first) return { parser: first, also: others.length + within.length }
  await file.fetchTail()
  const length = smaller(file.sizeBytes, BigInt(TAIL_BYTES))
  const tail = await file.read(file.sizeBytes - length, Number(length))
  const atTail = isUnread(tail) ? [] : signedAtHead.filter((parser) => parser.recogniseTail?.(tail))
  return { parser: atTail[0] ?? within[0] ?? null, also: 0 }
}

const hasFact = (facts: readonly Fact[], id: FactId): boolean => facts.some((found) => found.id === id)

const notRead = (id: 'empty' | 'not-inspected' | null, fileBytes: bigint): FormatReading => ({
  format: 'unknown',
  formatDetail: null,
  virtualSizeBytes: null,
  details: [],
  facts: id === null ? [] : [fact(id, { offset: 0, value: `${fileBytes} bytes` })],
  disk: 'not-a-disk',
})

function assemble(
  file: BudgetedFile,
  fileName: string | null,
  reading: FormatReading,
  look: Look | null,
): Inspection {
  const contents = look?.contents ?? emptyContents()
  const extension = fileName === null ? null : extensionOf(fileName)
  const facts = [...reading.facts, ...contents.facts, ...loaderFacts(contents)]
  facts.push(...faultOf(look?.unread ?? null, facts))
  const named = extension === null || hasFact(facts, 'empty') || hasFact(facts, 'not-inspected')
  if (!named && !promiseKept(extension, reading.format))
    facts.push(fact('extension-mismatch', { offset: 0, value: `.${extension}, ${reading.format} inside` }))
  const minDiskBytes = reading.minDiskBytes ?? reading.virtualSizeBytes
  const vg = contents.partitions.find(({ fileSystem }) => fileSystem?.kind === 'lvm')?.fileSystem?.label
  return {
    fileName,
    fileBytes: Number(file.sizeBytes),
    format: reading.format,
    formatDetail: reading.formatDetail,
    virtualSizeBytes: reading.virtualSizeBytes === null ? null : Number(reading.virtualSizeBytes),
    minDiskGb: minDiskBytes === null ? null : Math.max(1, Number(ceilDivide(minDiskBytes, GIB))),
    details: vg ? [...reading.details, { name: 'vgName', value: vg, offset: null }] : reading.details,
    facts: facts.slice(0, MAX_FACTS),
    endChecked: reading.endSeen ?? false,
    insideUnread: typeof reading.disk === 'string' ? reading.disk : (look?.unread ?? null),
    partitionTable: contents.partitionTable,
    sectorBytes: contents.sectorBytes,
    partitions: contents.partitions.map((seen) => shownPartition(seen, typeName(seen.entry.type))),
    wholeDisk: contents.wholeDisk && { fileSystem: contents.wholeDisk.kind, label: contents.wholeDisk.label },
    bootMode: bootModeOf(contents),
    architecture: architectureOf(contents),
    osHints: osHintsOf(contents, reading.details, fileName),
    reads: { ...file.spent },
  }
}

/** A table that leads nowhere, met while looking inside, is a fault of the file. */
function faultOf(unread: Unread | null, facts: readonly Fact[]): Fact[] {
  if (unread === 'cut' && !hasFact(facts, 'truncated'))
    return [
      fact('truncated', { where: 'disk', value: 'The tables point to bytes that the file does not have.' }),
    ]
  if (unread === 'damaged' && !hasFact(facts, 'malformed'))
    return [fact('malformed', { where: 'disk', value: 'The tables contradict themselves.' })]
  return []
}
