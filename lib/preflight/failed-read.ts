/** Why the file could not be looked at, each cause with its own sentence. None of them says that IMS will fail. */
import type { CloudError } from '../cloud/errors.ts'
import type { Finding } from '../disk-image/findings/finding.ts'
import { said } from '../disk-image/findings/said.ts'

const AGAIN = { text: 'Check again.', command: null }

const notLooked = (
  id: string,
  title: string,
  why: string,
  severity: 'unknown' | 'warns' = 'unknown',
): Finding => said({ id, check: 'object', severity, title, why, cure: AGAIN, field: 'imageFile' })

/** For whatever ends a look at bucket or file, other than that one of them is missing. */
export function failedRead(error: CloudError): Finding {
  if (error.service === 'IAM')
    return notLooked(
      'no-keys',
      'IAM gave Slipway no keys for OBS.',
      `${ending(error)} Without them nothing in a bucket can be read.`,
    )
  switch (error.kind) {
    case 'timeout':
      return notLooked('read-slow', 'OBS took too long to show the file.', 'Slipway stopped waiting.')
    case 'not-sent':
    case 'unreachable':
      return notLooked('obs-unreachable', 'Slipway cannot reach OBS.', 'No connection was made.')
    case 'interrupted':
      return notLooked(
        'read-interrupted',
        'The connection to OBS broke while the file was read.',
        'What had come by then was not enough to tell anything.',
      )
    case 'unreadable':
      return unreadable(error)
    case 'answered':
      return refused(error)
    default:
      return error.kind satisfies never
  }
}

function unreadable({ status }: CloudError): Finding {
  if (status === 206)
    return notLooked(
      'range-short',
      'OBS gave another part of the file than was asked for.',
      'What it gave ended early or began elsewhere.',
    )
  return notLooked(
    'range-ignored',
    'OBS did not give a part of the file alone.',
    'It began to send all of it, and Slipway downloads no whole files.',
  )
}

function refused(error: CloudError): Finding {
  if (error.code === 'RequestTimeTooSkewed')
    return notLooked(
      'clock-off',
      'The clock of the Slipway server is off.',
      'OBS refuses requests that are more than 15 minutes from its own time.',
    )
  switch (error.status) {
    case 403:
      return notLooked(
        'read-refused',
        'OBS stopped letting the file be read.',
        `${ending(error)} Rights or keys changed in between.`,
      )
    case 412:
      return notLooked(
        'file-changed',
        'The file changed while it was read.',
        'An upload to it may be going on. IMS would read a mixture.',
        'warns',
      )
    case 416:
      return notLooked(
        'range-refused',
        'The file is shorter than OBS said.',
        'OBS refused to give a part that lies inside the size it named.',
      )
    default:
      return notLooked('read-failed', 'OBS failed to show the file.', ending(error))
  }
}

function ending({ service, kind, status, code }: CloudError): string {
  if (kind !== 'answered') return `${service} gave no answer.`
  return `${service} answered ${[status, code].filter((part) => part !== null).join(' ')}.`
}
