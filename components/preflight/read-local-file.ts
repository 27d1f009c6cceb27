/** Loaded when the first file of this computer is checked: reading formats is more code than showing what was read. */
import { browserFile } from '@/lib/disk-image/browser-file'
import { inspect } from '@/lib/disk-image/inspect'
import type { Inspection } from '@/lib/disk-image/inspection'

/** @throws the browser's error when the file cannot be read, such as one that was moved since it was chosen. */
export const readLocalFile = (file: File, signal: AbortSignal): Promise<Inspection> =>
  inspect(browserFile(file), { fileName: file.name, signal })
