/** What the bucket alone says about an import from it (obs.md 3, 8). */
import type { BucketFacts } from '../cloud/obs/buckets.ts'
import type { Finding } from '../disk-image/findings/finding.ts'
import { passed, said, unknown } from '../disk-image/findings/said.ts'
import { wordFor } from './storage-words.ts'

type Place = { bucket: string; regionName: string }

export const noSuchBucket = (bucket: string): Finding =>
  said({
    id: 'no-bucket',
    check: 'bucket',
    severity: 'blocks',
    title: `There is no bucket called ${bucket}.`,
    why: 'OBS knows none of this name in any region.',
    cure: { text: 'Look its name up under Buckets.', command: null },
    field: 'imageFile',
    imsCode: 'IMG.0069',
  })

/**
 * OBS refused to show the bucket. Only the account's own list proves whose it is: without it, it may be yours and
 * kept from you. That keeps nothing from IMS, whose identity is not published (obs.md 9).
 */
export const refusedBucket = (bucket: string, owned: boolean | null): Finding =>
  owned === false
    ? said({
        id: 'foreign-bucket',
        check: 'bucket',
        severity: 'blocks',
        title: `The bucket ${bucket} belongs to another account.`,
        why: 'It is not among the buckets of your account, and it does not let you in.',
        cure: { text: 'Have the file copied to a bucket of your own.', command: null },
        field: 'imageFile',
        imsCode: 'IMG.0069',
      })
    : field({
        ...unknown(
          'bucket',
          `You may not look at the bucket ${bucket}.`,
          owned
            ? 'It is one of your account. Which identity IMS reads it with is not published, so that IMS may do better.'
            : 'Whether it belongs to your account could not be seen either.',
        ),
        cure: { text: 'Ask an administrator for the right to read it.', command: null },
      })

/** In another region, by its own word or by a redirect. */
export const bucketElsewhere = ({ bucket, regionName }: Place, region: string | null): Finding =>
  said({
    id: 'bucket-region',
    check: 'bucket-region',
    severity: 'blocks',
    title: `The bucket ${bucket} is in ${region ?? 'another region'}. IMS in ${regionName} cannot read it.`,
    why: 'IMS reads from buckets of its own region only.',
    cure: {
      text: `Copy the file to a bucket in ${regionName}, or switch to the other region.`,
      command: null,
    },
    field: 'imageFile',
    imsCode: 'IMG.0058',
  })

/** For a bucket that was seen, and is not known to be in another region. */
export function bucketFindings({ bucket, regionName }: Place, facts: BucketFacts): Finding[] {
  const findings = [
    passed('bucket', `The bucket ${bucket} is there.`, 'OBS showed it with your own rights.'),
    facts.region === null
      ? unknown(
          'bucket-region',
          `In which region ${bucket} is was not told.`,
          'OBS left it out of its answer.',
        )
      : passed(
          'bucket-region',
          `The bucket is in ${facts.region}.`,
          `IMS in ${regionName} reads from there.`,
        ),
  ]
  if (facts.isFileSystem)
    findings.push(
      said({
        id: 'parallel-file-system',
        check: 'bucket',
        severity: 'warns',
        title: `The bucket ${bucket} is a parallel file system.`,
        why: 'Whether IMS reads from one is not documented.',
        cure: { text: 'Copy the file to an ordinary bucket.', command: null },
        field: 'imageFile',
      }),
    )
  return findings
}

/** The class of the bucket; the file keeps its own (obs.md 8). */
export function bucketClassFinding(bucket: string, storageClass: string | null): Finding | null {
  if (storageClass === 'STANDARD') return null
  if (storageClass === null)
    return unknown(
      'storage-class',
      `The storage class of ${bucket} is not known.`,
      'OBS left it out of its answer.',
    )
  return said({
    id: 'bucket-class',
    check: 'storage-class',
    severity: 'blocks',
    title: `The bucket ${bucket} has storage class ${wordFor(storageClass)}.`,
    why: 'IMS asks for a bucket of class Standard.',
    cure: { text: 'Copy the file to a Standard bucket.', command: null },
    field: 'imageFile',
  })
}

const field = (finding: Finding): Finding => ({ ...finding, field: 'imageFile' })
