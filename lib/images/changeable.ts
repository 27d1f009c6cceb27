import type { ImageApi } from '../config/image-apis.ts'
import type { ImageSummary } from './view.ts'

type Asked = Pick<ImageSummary, 'kind' | 'architecture' | 'bootMode'>

/** Whether it could boot another way: Arm boots by UEFI alone (ims.md 1), and a data disk not at all. */
export function hasOtherBootMode({ kind, architecture, bootMode }: Asked): boolean {
  return kind !== 'data' && bootMode !== null && !(architecture === 'arm' && bootMode === 'uefi')
}

/** Of a data disk IMS changes name, description and tags, and refuses the rest (ims.md 7). */
export function hasMemoryLimits({ kind }: Pick<Asked, 'kind'>, api: ImageApi): boolean {
  return kind !== 'data' || api !== 'ims'
}
