/** What OBS says of the object, before a byte of it is read (obs.md 4, 8). */
import type { ObjectFacts } from '../cloud/obs/objects.ts'
import type { Finding } from '../disk-image/findings/finding.ts'
import { passed, said, unknown } from '../disk-image/findings/said.ts'
import { wordFor } from './storage-words.ts'

type File = { bucket: string; key: string }

const lastPart = (key: string): string => key.slice(key.lastIndexOf('/') + 1)

export const noSuchFile = ({ bucket, key }: File): Finding =>
  said({
    id: 'no-file',
    check: 'object',
    severity: 'blocks',
    title: `There is no file ${key} in ${bucket}.`,
    why: 'Capitals and folders count. A file whose upload has not finished is not there yet.',
    cure: { text: 'Choose the file from the list of the bucket.', command: null },
    field: 'imageFile',
    imsCode: 'IMG.0121',
  })

/** Listed or not, OBS gave no look at it: which identity IMS reads with is not published (obs.md 9). */
export const refusedFile = ({ bucket, key }: File, isListed: boolean): Finding => ({
  ...unknown(
    'object',
    isListed
      ? `You may list ${bucket} but not read ${lastPart(key)}.`
      : `You may neither list ${bucket} nor read ${lastPart(key)}.`,
    'So nothing is known of what is inside. IMS may still read it: with which identity is not published.',
  ),
  id: 'file-forbidden',
  cure: { text: 'Ask an administrator for the right to read it (obs:object:GetObject).', command: null },
  field: 'imageFile',
})

/** OBS answers a HEAD without the key of an SSE-C object so; inferred, hence not a block. */
export const undescribedFile = ({ key }: File): Finding => ({
  ...unknown(
    'object',
    `OBS does not describe ${lastPart(key)}.`,
    'It answers so for files that are encrypted with a key of their owner’s own (SSE-C), which IMS cannot read.',
  ),
  id: 'file-not-described',
  field: 'imageFile',
})

/** Whether its bytes can be had at all, so that a read is worth a try. */
export const canBeRead = ({ encryption, storageClass, isRestored }: ObjectFacts): boolean =>
  encryption !== 'customer-key' && (storageClass !== 'COLD' || isRestored)

export function encryptionFindings({ encryption }: ObjectFacts): Finding[] {
  if (encryption === 'customer-key')
    return [
      said({
        id: 'sse-c',
        check: 'object',
        severity: 'blocks',
        title: 'OBS keeps the file encrypted with a key of its owner’s own (SSE-C).',
        why: 'It gives the file out only to who sends that key with each call. IMS cannot.',
        cure: { text: 'Copy the file without encryption, or with a key of KMS.', command: null },
        field: 'imageFile',
      }),
    ]
  if (encryption === 'kms')
    return [
      said({
        id: 'sse-kms',
        check: 'object',
        severity: 'informs',
        title: 'OBS keeps the file encrypted with a key of KMS.',
        why: 'Whoever imports it needs the right to use that key.',
        field: 'imageFile',
      }),
    ]
  return []
}

export function objectClassFindings({ storageClass, isRestored }: ObjectFacts): Finding[] {
  if (storageClass === 'STANDARD') return []
  const closed = storageClass === 'COLD' && !isRestored
  return [
    said({
      id: closed ? 'object-cold' : 'object-class',
      check: 'storage-class',
      severity: closed ? 'blocks' : 'warns',
      title: closed
        ? 'The file has storage class Cold and was not restored.'
        : `The file has storage class ${wordFor(storageClass)}.`,
      why: closed
        ? 'Nobody can read it before it is restored.'
        : 'IMS asks for Standard. Whether it reads other classes is not documented.',
      cure: { text: `${closed ? 'Restore it, then copy' : 'Copy'} it with class Standard.`, command: null },
      field: 'imageFile',
    }),
  ]
}

export const standardThroughout = (): Finding =>
  passed('storage-class', 'Bucket and file have storage class Standard.', 'IMS asks for Standard.')

export const fileCanBeRead = (): Finding =>
  passed('object', 'The file can be read.', 'Slipway read it with your own rights.')
