import { imageNameFromKey, parseImageFile } from '@/lib/images/image-file'

/** The image name a file suggests, empty while the address cannot be read. */
export function suggestedName(imageFile: string): string {
  const parsed = parseImageFile(imageFile)
  return parsed.ok ? imageNameFromKey(parsed.value.key) : ''
}
