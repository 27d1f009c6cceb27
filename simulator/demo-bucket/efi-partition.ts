const SECTOR = 512
const SECTORS_PER_CLUSTER = 4
const RESERVED = 1
const ROOT_ENTRIES = 512
const FOLDER = 0x10

export const EFI_PARTITION_BYTES = 64 * 1024 * 1024

/**
 * The beginning of a FAT16 file system of 64 MiB that holds /EFI/BOOT/BOOTX64.EFI and /EFI/debian; all behind
 * it is zero. The loader is a PE header for x86-64 and nothing more.
 */
export function efiPartition(): Buffer {
  const sectors = EFI_PARTITION_BYTES / SECTOR
  const fatSectors = Math.ceil(((sectors / SECTORS_PER_CLUSTER) * 2) / SECTOR)
  const rootAt = (RESERVED + 2 * fatSectors) * SECTOR
  const dataAt = rootAt + ROOT_ENTRIES * 32
  const clusterBytes = SECTORS_PER_CLUSTER * SECTOR
  const clusterAt = (cluster: number) => dataAt + (cluster - 2) * clusterBytes
  const [efi, boot, debian, loader, end] = [2, 3, 4, 5, 6]
  const image = Buffer.alloc(clusterAt(end))

  Buffer.from('eb3c90', 'hex').copy(image)
  image.write('mkfs.fat', 3, 'latin1')
  image.writeUInt16LE(SECTOR, 11)
  image.writeUInt8(SECTORS_PER_CLUSTER, 13)
  image.writeUInt16LE(RESERVED, 14)
  image.writeUInt8(2, 16)
  image.writeUInt16LE(ROOT_ENTRIES, 17)
  image.writeUInt8(0xf8, 21)
  image.writeUInt16LE(fatSectors, 22)
  image.writeUInt16LE(63, 24)
  image.writeUInt16LE(255, 26)
  image.writeUInt32LE(sectors, 32)
  image.writeUInt8(0x80, 36)
  image.writeUInt8(0x29, 38)
  image.writeUInt32LE(0x51a7b0a7, 39)
  image.write('EFI        FAT16   ', 43, 'latin1')
  image.writeUInt16LE(0xaa55, 510)

  for (const fat of [RESERVED, RESERVED + fatSectors]) {
    image.writeUInt16LE(0xfff8, fat * SECTOR)
    for (let cluster = 1; cluster < end; cluster += 1) image.writeUInt16LE(0xffff, fat * SECTOR + cluster * 2)
  }
  const entry = (at: number, name: string, attributes: number, cluster: number, size = 0) => {
    image.write(name.padEnd(11), at, 'latin1')
    image.writeUInt8(attributes, at + 11)
    image.writeUInt16LE(cluster, at + 26)
    image.writeUInt32LE(size, at + 28)
  }
  const folder = (cluster: number, parent: number) => {
    entry(clusterAt(cluster), '.', FOLDER, cluster)
    entry(clusterAt(cluster) + 32, '..', FOLDER, parent)
  }
  entry(rootAt, 'EFI', FOLDER, efi)
  folder(efi, 0)
  entry(clusterAt(efi) + 64, 'BOOT', FOLDER, boot)
  entry(clusterAt(efi) + 96, 'DEBIAN', FOLDER, debian)
  folder(boot, efi)
  entry(clusterAt(boot) + 64, 'BOOTX64 EFI', 0x20, loader, clusterBytes)
  folder(debian, efi)

  const at = clusterAt(loader)
  image.write('MZ', at, 'latin1')
  image.writeUInt32LE(0x80, at + 0x3c)
  image.write('PE\0\0', at + 0x80, 'latin1')
  image.writeUInt16LE(0x8664, at + 0x84)
  return image
}
