import { expect, test } from 'vitest'
import { readErrorBody } from './error-body.ts'

const read = (text: string) => readErrorBody(text.startsWith('{') ? JSON.parse(text) : undefined, text)

test.each([
  [
    'the extension API’s',
    '{"error":{"code":"IMG.0055","message":"min_disk"}}',
    { code: 'IMG.0055', message: 'min_disk' },
  ],
  [
    'Keystone’s, whose code is the status',
    '{"error":{"code":401,"message":"Account locked. IAM.0061","title":"Unauthorized"}}',
    { code: 'IAM.0061', message: 'Account locked. IAM.0061' },
  ],
  [
    'the gateway’s',
    '{"error_code":"APIGW.0301","error_msg":"no","request_id":"r1"}',
    { code: 'APIGW.0301', message: 'no', requestId: 'r1' },
  ],
  [
    'Glance’s, word for word',
    '{"message": "Image 7d0f is protected and cannot be deleted.<br /><br />\\n\\n\\n", "code": "403 Forbidden", "title": "Forbidden"}',
    { code: null, message: 'Image 7d0f is protected and cannot be deleted.' },
  ],
  [
    'a page in HTML',
    '<html><style>b{}</style><h1>404 Not Found</h1></html>',
    { code: null, message: '404 Not Found' },
  ],
])('%s body gives code and words', (_, text, expected) => {
  expect(read(text)).toEqual({ requestId: null, ...expected })
})
