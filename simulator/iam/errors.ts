import { hexId } from '../chance.ts'

/** Every error IAM answers, in one place (iam.md 1, Failures). Texts in quotes there are those of the wire. */
const KEYSTONE = {
  wrongPassword: [401, 'Unauthorized', 'The username or password is wrong.'],
  totp: [401, 'Unauthorized', 'mfa totp code verify fail'],
  locked: [401, 'Unauthorized', 'The account is locked after too many failed sign-ins. Try again later.'],
  badToken: [401, 'Unauthorized', 'The X-Auth-Token is invalid!'],
  unknownProject: [401, 'Unauthorized', 'The scope of the token is not yours.'],
  deadSubject: [404, 'Not Found', 'The token in X-Subject-Token was not found.'],
} as const

const IAM = {
  malformed: [400, 'IAM.0011', 'The request body is malformed or a field is missing.'],
  unsupported: [400, 'IAM.0007', 'The authentication method is not supported.'],
  tooLarge: [400, 'IAM.1101', 'The request body is larger than 32 KB.'],
  duration: [400, 'IAM.1102', 'duration_seconds must be 900 to 86400.'],
  unknownProject: [404, 'IAM.0004', 'The project or domain of the scope was not found.'],
  notProjectScoped: [403, 'IAM.0002', 'A project-scoped token is needed.'],
  notAuthenticated: [401, 'IAM.0001', 'The token is missing or invalid.'],
} as const

export function keystoneError(which: keyof typeof KEYSTONE): Response {
  const [code, title, message] = KEYSTONE[which]
  return Response.json({ error: { code, message, title } }, { status: code })
}

export function iamError(which: keyof typeof IAM): Response {
  const [status, error_code, error_msg] = IAM[which]
  return Response.json({ error_msg, error_code }, { status })
}

export function iamUnknownPath(method: string, path: string): Response {
  return Response.json(
    {
      error_msg: 'The API does not exist or has not been published in the environment',
      error_code: 'APIGW.0101',
      request_id: hexId(method, path, Date.now()),
    },
    { status: 404 },
  )
}

export function iamNotSimulated(operation: string): Response {
  return Response.json(
    { error_msg: `The simulator does not do this: ${operation}.`, error_code: 'SIM.0501' },
    { status: 501 },
  )
}
