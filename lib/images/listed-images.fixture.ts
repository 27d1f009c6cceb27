import type { ImageScope } from '../cloud/images/scopes.ts'
import { type ListedImage, toListed } from './listed.ts'
import type { ImageSummary } from './view.ts'

/** When the images of tests are looked at. */
export const NOW = Date.UTC(2026, 10, 28, 12)
export const DAY_MS = 86_400_000

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** An image of one's own, the more days old the higher its number. */
export function anImage(number: number, changes: Partial<ImageSummary> = {}): ImageSummary {
  return {
    id: idOf(number),
    name: `image-${number}`,
    state: 'active',
    status: 'active',
    kind: 'system',
    osVersion: 'Debian GNU/Linux 10.0.0 64bit',
    minDiskGb: 40,
    sizeBytes: 2 ** 30,
    bootMode: 'bios',
    tags: [],
    createdAt: NOW - number * DAY_MS,
    visibility: 'private',
    own: true,
    osType: 'Linux',
    platform: 'Debian',
    architecture: 'x86',
    minRamMb: null,
    diskFormat: 'zvhd2',
    isEncrypted: false,
    isProtected: false,
    updatedAt: NOW - number * DAY_MS,
    ownerProjectId: null,
    ...changes,
  }
}

export const listed = (
  number: number,
  changes: Partial<ImageSummary> = {},
  scope: ImageScope = 'own',
): ListedImage => toListed(anImage(number, changes), scope)
