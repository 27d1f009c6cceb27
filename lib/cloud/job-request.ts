/**
 * What a job of IMS was asked to do, as it is kept with the job: an import, or what is made of an image that is there.
 */
import * as z from 'zod/mini'
import { dataDiskImport, type ImportRequest, systemDiskImport } from './import-request.ts'
import { EXPORT_FORMATS } from './rules.ts'

const ofImage = { imageId: z.string(), imageName: z.string() }

/** An image as a file in a bucket (ims.md 13). */
export const exportRequest = z.object({
  kind: z.literal('export'),
  ...ofImage,
  /** Where the file is to be; IMS never overwrites one. */
  file: z.object({ bucket: z.string(), key: z.string() }),
  /** Null is quick export, which always makes ZVHD2. */
  format: z.nullable(z.enum(EXPORT_FORMATS)),
  /** Where the image is to be made anew from the file, as a person has said; null for an export for its own sake. */
  onward: z.nullable(
    z.object({
      /** Of the catalogue of regions. */
      regionId: z.string(),
      /** There; the file keeps its key. */
      bucket: z.string(),
      /** The import form over there, filled in: the part of its address after `?`. */
      form: z.string(),
    }),
  ),
})
export type ExportRequest = z.infer<typeof exportRequest>

/** An image as another image of the project (ims.md 13). */
export const copyRequest = z.object({
  kind: z.literal('copy'),
  ...ofImage,
  /** Of the new image. */
  name: z.string(),
  description: z.string(),
  /** Encrypts the new image; null makes one that is not encrypted. */
  kmsKeyId: z.nullable(z.string()),
  enterpriseProjectId: z.nullable(z.string()),
})
export type CopyRequest = z.infer<typeof copyRequest>

export type DerivationRequest = ExportRequest | CopyRequest

export const jobRequest = z.discriminatedUnion('kind', [
  systemDiskImport,
  dataDiskImport,
  exportRequest,
  copyRequest,
])
export type JobRequest = z.infer<typeof jobRequest>
export type JobKind = JobRequest['kind']

export function importOf(request: JobRequest | null): ImportRequest | null {
  return request?.kind === 'system' || request?.kind === 'data' ? request : null
}

export function derivationOf(request: JobRequest | null): DerivationRequest | null {
  return request?.kind === 'export' || request?.kind === 'copy' ? request : null
}

/** Of the image that a job makes, or that it makes a file of. */
export function imageNameOf(request: JobRequest): string {
  return request.kind === 'export' ? request.imageName : request.name
}

/** The file in a bucket that a job reads or makes, `bucket:key`. */
export function fileOf(request: JobRequest): string | null {
  return request.kind === 'copy' ? null : `${request.file.bucket}:${request.file.key}`
}
