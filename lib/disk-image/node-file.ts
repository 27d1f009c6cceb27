/** A file on this machine, for the command line and for tests. */
import { type FileHandle, open, stat } from 'node:fs/promises'
import type { ByteSource } from './byte-source.ts'

/** What the system answers when a folder is read as a file; opening one succeeds on Linux. */
const FOLDER = Object.assign(new Error('This is a folder, not a file.'), { code: 'EISDIR' })
/** A pipe would wait for a writer for ever, and none of these can be read at an address. */
const NO_FILE = Object.assign(new Error('This is a pipe or a device, not a file.'), { code: 'unsupported' })

/** Opens the file, hands it to `use` and closes it again. Rejects with the system's error (ENOENT, EACCES, …). */
export async function withNodeFile<Answer>(path: string, use: (source: ByteSource) => Promise<Answer>) {
  const found = await stat(path)
  if (found.isDirectory()) throw FOLDER
  if (!found.isFile()) throw NO_FILE
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    return await use({
      sizeBytes: size,
      async read(offset, length, signal) {
        signal?.throwIfAborted()
        return await readFully(file, offset, length)
      },
    })
  } finally {
    await file.close()
  }
}

/** One system call may give less than was asked for, without being at the end. */
async function readFully(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}
