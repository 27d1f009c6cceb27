/** What is said where buckets or files could not be read. */
import { ProblemError } from '@/components/shell/request'

export type Problem = {
  words: string
  hint: string | null
  /** Whether asking again can help. */
  isPassing: boolean
}

export function bucketsProblem(error: Error): Problem {
  if (error instanceof ProblemError && error.problem === 'forbidden') {
    return lasting('You may not list buckets.', 'Type the name of one.')
  }
  return passing(error)
}

export function bucketProblem(error: Error, bucket: string, regionName: string): Problem {
  if (!(error instanceof ProblemError)) return passing(error)
  if (error.problem === 'forbidden') {
    return lasting(
      `You may not list the files of ${bucket}.`,
      'It belongs to another account, or the right to list it is missing. If you may read a file, type its name.',
    )
  }
  if (error.problem === 'not-found') return lasting(`There is no bucket called ${bucket}.`)
  if (error.error.code === 'PermanentRedirect') return bucketElsewhere(bucket, 'another region', regionName)
  return passing(error)
}

export function bucketElsewhere(bucket: string, region: string, regionName: string): Problem {
  return lasting(`The bucket ${bucket} is in ${region}. IMS in ${regionName} cannot read it.`)
}

const lasting = (words: string, hint: string | null = null): Problem => ({ words, hint, isPassing: false })

function passing(error: Error): Problem {
  const hint = error instanceof ProblemError ? error.error.remedy : null
  return { words: `${error.message}.`, hint, isPassing: true }
}
