import type { DataDiskImport } from '../cloud/import-request.ts'

/** A request for tests that speak of something else; its description has what may not be mistaken for markup. */
export const dataDiskRequest: DataDiskImport = {
  kind: 'data',
  file: { bucket: 'ims-image', key: 'a.qcow2' },
  name: 'a',
  minDiskGb: 1,
  description: '<&>"\u202e🚀',
  tags: [{ key: 'k', value: null }],
  quickImport: false,
  enterpriseProjectId: null,
  kmsKeyId: null,
  osType: 'Linux',
}
