/**
 * Where an image file's bytes come from: memory, a Node file, a browser's File, an object in a bucket. Everything
 * else in lib/disk-image reads through this, so that it runs alike on a server and in a browser.
 */
export interface ByteSource {
  readonly sizeBytes: number
  /**
   * Bytes [offset, offset + length), fewer only at the end of the file. Rejects when they cannot be had: no
   * permission, a broken line, or a file that changed since the first read.
   */
  read(offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array>
}
