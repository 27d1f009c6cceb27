const BLOCK = 2048
/** Descriptors begin at the 16th block (ISO 9660). */
const DESCRIPTOR_AT = 16 * BLOCK
const ROOT_BLOCK = 20
const CATALOG_BLOCK = 21
const BLOCKS = 24

/** A small ISO 9660 image with an empty root folder and an El Torito record for BIOS. */
export function isoImage(volume: string): Buffer {
  const image = Buffer.alloc(BLOCKS * BLOCK)
  const primary = image.subarray(DESCRIPTOR_AT, DESCRIPTOR_AT + BLOCK)
  descriptor(primary, 1)
  primary.write('LINUX'.padEnd(32), 8, 'latin1')
  primary.write(volume.padEnd(32), 40, 'latin1')
  bothEndian32(primary, 80, BLOCKS)
  bothEndian16(primary, 120, 1)
  bothEndian16(primary, 124, 1)
  bothEndian16(primary, 128, BLOCK)
  bothEndian32(primary, 132, 10)
  folderRecord(primary, 156, 0)
  for (const [at, length] of [
    [190, 128],
    [318, 128],
    [446, 128],
    [574, 128],
    [702, 111],
  ] as const) {
    primary.write(' '.repeat(length), at, 'latin1')
  }
  for (const at of [813, 830, 847, 864]) primary.write('2026030208110400\0', at, 'latin1')
  primary.writeUInt8(1, 881)

  const boot = image.subarray(DESCRIPTOR_AT + BLOCK, DESCRIPTOR_AT + 2 * BLOCK)
  descriptor(boot, 0)
  boot.write('EL TORITO SPECIFICATION', 7, 'latin1')
  boot.writeUInt32LE(CATALOG_BLOCK, 71)
  descriptor(image.subarray(DESCRIPTOR_AT + 2 * BLOCK), 255)

  const root = image.subarray(ROOT_BLOCK * BLOCK)
  folderRecord(root, 0, 0)
  folderRecord(root, 34, 1)

  const catalog = image.subarray(CATALOG_BLOCK * BLOCK)
  // Validation entry: its 16-bit words add up to 0; then one bootable entry.
  catalog.writeUInt8(1, 0)
  catalog.writeUInt16LE(0xaa55, 30)
  catalog.writeUInt16LE((0x10000 - ((0x0001 + 0xaa55) & 0xffff)) & 0xffff, 28)
  catalog.writeUInt8(0x88, 32)
  catalog.writeUInt16LE(4, 38)
  catalog.writeUInt32LE(CATALOG_BLOCK + 1, 40)
  return image
}

function descriptor(block: Buffer, type: number): void {
  block.writeUInt8(type, 0)
  block.write('CD001', 1, 'latin1')
  block.writeUInt8(1, 6)
}

function folderRecord(block: Buffer, at: number, name: 0 | 1): void {
  block.writeUInt8(34, at)
  bothEndian32(block, at + 2, ROOT_BLOCK)
  bothEndian32(block, at + 10, BLOCK)
  Buffer.from([126, 3, 2, 8, 11, 4, 0, 2]).copy(block, at + 18)
  bothEndian16(block, at + 28, 1)
  block.writeUInt8(1, at + 32)
  block.writeUInt8(name, at + 33)
}

function bothEndian16(block: Buffer, at: number, value: number): void {
  block.writeUInt16LE(value, at)
  block.writeUInt16BE(value, at + 2)
}

function bothEndian32(block: Buffer, at: number, value: number): void {
  block.writeUInt32LE(value, at)
  block.writeUInt32BE(value, at + 4)
}
