const BLOCK = 512

/** A ustar archive of the files, in order. */
export function tar(files: readonly { name: string; content: Buffer }[]): Buffer {
  const parts = files.flatMap(({ name, content }) => {
    const header = Buffer.alloc(BLOCK)
    header.write(name, 0, 'latin1')
    header.write('0000644\0'.concat('0000000\0', '0000000\0'), 100, 'latin1')
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1')
    header.write('15151443210\0', 136, 'latin1')
    header.write('        0', 148, 'latin1')
    header.write('ustar\x0000', 257, 'latin1')
    const sum = header.reduce((total, byte) => total + byte, 0)
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
    const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)
    return [header, content, padding]
  })
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)])
}
