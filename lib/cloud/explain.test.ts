import { describe, expect, test } from 'vitest'
import { EMPTY_DRAFT } from '../import/draft.ts'
import { CloudError } from './errors.ts'
import { explain } from './explain.ts'
import documentedErrors from './ims-errors.json' with { type: 'json' }

const NOW = Date.UTC(2026, 10, 25, 13, 2, 8)

const answered = (code: string | null, status = 400, cloudMessage: string | null = 'As IMS put it.') =>
  new CloudError({ service: 'IMS', kind: 'answered', status, code, cloudMessage, requestId: 'req-1' })

/** The table "Codes a client of imports should map to a field" (ims.md 14), row by row. */
const FIELD_TABLE: [codes: string, field: string | null][] = [
  ['0002 0003 0009 0013 0062', 'imageName'],
  ['0004 0054', 'description'],
  ['0017 0057 0058 0059 0068 0069 0072 0109 0121 0123 0175', 'imageFile'],
  ['0055 0111', 'minDiskGb'],
  ['0056 0122 0138 0166', 'osVersion'],
  ['0024 0117 0167', 'madeFor'],
  ['0212', 'architecture'],
  ['0141', 'bootMode'],
  ['0115 0116', 'tags'],
  ['0095 0097 0099 0100 0118 0161', 'kmsKeyId'],
  ['0154 0155 0156', 'enterpriseProjectId'],
  ['0015 0088', null],
  ['0060 0187 0194', null],
  ['0026 0030 0047 0064 0065 0067 0087 0104 0145', null],
  ['0014 0018 0023 0061 1075', null],
  ['0238 0239 0241 0242', null],
]
const TABLE_CODES = FIELD_TABLE.flatMap(([codes, field]) =>
  codes.split(' ').map((digits) => [`IMG.${digits}`, field] as const),
)

describe('codes an import can meet', () => {
  test.each(TABLE_CODES)('%s belongs to the field %s', (code, field) => {
    expect(explain(answered(code), NOW).field).toBe(field)
  })

  test.each(TABLE_CODES)('%s is explained in words of our own, alike as answer and as failed job', (code) => {
    const refused = explain(answered(code), NOW)
    const failed = explain({ kind: 'job-failed', code, message: null }, NOW)
    expect([failed.title, failed.cause, failed.remedy]).toEqual([
      refused.title,
      refused.cause,
      refused.remedy,
    ])
    expect(refused.title).not.toMatch(/^IMS (refused the request|ended the import)/)
    expect(refused.cause ?? '').not.toMatch(/^IMS says:/)
  })

  test('a field is always one of the form', () => {
    for (const { code } of documentedErrors) {
      const { field } = explain(answered(code), NOW)
      if (field !== null) expect(Object.keys(EMPTY_DRAFT)).toContain(field)
    }
  })
})

/** What changing, sharing, exporting, copying and deleting can meet besides (ims.md 7 to 13). */
const LOOKING_AFTER_CODES =
  '0028 0035 0070 0071 0073 0074 0075 0076 0077 0079 0080 0081 0083 0084 0089 0090 0092 0094 0096 0098 0101 0102 0103 0105 0106 0108 0127 0128 0130 0135 0148 0160 0168 0177 0196 0197'
    .split(' ')
    .map((digits) => `IMG.${digits}`)

describe('codes of looking after an image', () => {
  test.each(LOOKING_AFTER_CODES)(
    '%s is explained in words of our own and speaks of no import form',
    (code) => {
      const { title, cause, field } = explain(answered(code), NOW)
      expect(title).not.toMatch(/^IMS refused the request/)
      expect(cause ?? '').not.toMatch(/^IMS says:/)
      expect(field).toBeNull()
    },
  )
})

describe('every explanation', () => {
  const codes = [
    ...documentedErrors.map(({ code }) => code),
    ...['0101', '0201', '0202', '0203', '0301', '0302', '0306', '0307', '0308', '0310', '0802'].map(
      (digits) => `APIGW.${digits}`,
    ),
    ...['0001', '0002', '0003', '0004', '0006', '0012', '0061', '0062', '0066', '0067', '0080'].map(
      (digits) => `IAM.${digits}`,
    ),
    'IMG.9999',
    null,
  ]

  test.each(codes)('%s says what happened and what to do, in our wording', (code) => {
    for (const error of [answered(code), { kind: 'job-failed', code, message: null } as const]) {
      const { title, cause, remedy } = explain(error, NOW)
      expect(title.trim().length).toBeGreaterThan(8)
      expect(title).not.toMatch(/[.!]$/)
      expect(remedy).toMatch(/\.$/)
      expect(cause ?? 'None.').toMatch(/\.$/)
      const ours = cause?.startsWith('IMS says:') ? [title, remedy] : [title, cause, remedy]
      expect(ours.join(' ')).not.toMatch(/\b(please|sorry|oops|successfully|invalid|resource|instance)\b|!/i)
    }
  })

  test('takes no text of the vendor for its own', () => {
    const vendor = new Map(documentedErrors.map(({ code, message }) => [code, message]))
    for (const code of [...TABLE_CODES.map(([code]) => code), ...LOOKING_AFTER_CODES]) {
      const words = JSON.stringify(explain(answered(code), NOW)).toLowerCase()
      expect(words).not.toContain((vendor.get(code) ?? code).replace(/\.$/, '').toLowerCase())
    }
  })
})

describe('IMG.1075', () => {
  test('has its title and lists the usual causes in order, though the cloud names none', () => {
    const error = explain(
      { kind: 'job-failed', code: 'IMG.1075', message: 'Failed to register the image file.' },
      NOW,
    )
    expect(error.title).toBe('IMS could not register the file')
    const order = ['minimum disk', 'packed', 'backing file', 'damaged', 'encrypted', 'zstd']
    const places = order.map((word) => error.cause?.indexOf(word) ?? -1)
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(error.cause?.match(/^\d\. /gm)).toHaveLength(6)
    expect(error.message).toBe('Failed to register the image file.')
  })
})

describe('what is not in the catalogue', () => {
  test('a documented code falls back on what it means', () => {
    expect(explain(answered('IMG.0010'), NOW).cause).toMatch(/^IMS says: .+\.$/)
  })

  test('an unknown code is shown as it came', () => {
    const refused = explain(answered('IMG.9999'), NOW)
    expect(refused.code).toBe('IMG.9999')
    expect(refused.message).toBe('As IMS put it.')
    expect(explain({ kind: 'job-failed', code: 'XYZ-7', message: null }, NOW).title).toContain('XYZ-7')
  })

  test('the prefix of the documents means the same as the one of the wire', () => {
    expect(explain(answered('APIG.0308', 429), NOW)).toEqual({
      ...explain(answered('APIGW.0308', 429), NOW),
      code: 'APIG.0308',
    })
  })

  test.each(['unreachable', 'interrupted', 'timeout', 'unreadable'] as const)(
    'a call that ended %s names the service and has a next step',
    (kind) => {
      const { title, remedy, code } = explain(new CloudError({ service: 'IMS', kind }), NOW)
      expect(title).toContain('IMS')
      expect(remedy).not.toBe('')
      expect(code).toBeNull()
    },
  )

  test('only an unreachable service proves that nothing was sent', () => {
    const text = (kind: 'unreachable' | 'timeout' | 'interrupted') =>
      explain(new CloudError({ service: 'IMS', kind }), NOW).cause
    expect(text('unreachable')).toContain('nothing was sent')
    expect(text('timeout')).toContain('may have arrived')
    expect(text('interrupted')).toContain('may have arrived')
  })
})

describe('a missing right', () => {
  test.each([
    ['importing', 'ims:serverImages:create'],
    ['importing', 'ims:dataImages:create'],
    ['list-images', 'ims:images:list'],
    ['read-image', 'ims:images:get'],
    ['read-quota', 'ims:quotas:get'],
  ] as const)('for %s is named: %s', (doing, right) => {
    expect(explain(answered('IMG.0026', 403), NOW, doing).remedy).toContain(right)
    expect(explain(answered(null, 403), NOW, doing).remedy).toContain(right)
  })

  test.each([
    ['delete-image', 'ims:images:delete', /protected, public or another project/],
    ['share-image', 'ims:images:share', /public or another project/],
  ] as const)('for %s is one of the reasons, where no code tells which', (doing, right, others) => {
    const bare = explain(answered(null, 403), NOW, doing)
    expect(bare.cause).toMatch(others)
    expect(bare.remedy).toContain(right)
    // With its own code IMS says that it is the right.
    const coded = explain(answered('IMG.0026', 403), NOW, doing)
    expect(coded.remedy).toContain(right)
    expect(`${coded.cause} ${coded.remedy}`).not.toMatch(others)
  })

  test('is not blamed for other refusals', () => {
    expect(explain(answered('APIGW.0302', 403), NOW, 'list-images').remedy).not.toContain('ims:images:list')
  })
})

describe('text of the cloud', () => {
  test('is capped, and control and direction characters are taken out of it', () => {
    const { message } = explain(answered('IMG.0061', 400, `a\u0000b\r\n\u202Ec ${'word '.repeat(5000)}`), NOW)
    expect(message).toMatch(/^a b c word/)
    expect(message?.length).toBeLessThan(620)
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })

  test.each([
    `rejected MII${'A9+/'.repeat(40)}=`,
    `rejected gAAAA${'Bx-_'.repeat(20)}`,
    `rejected eyJhbGciOiJIUzI1NiJ9.${'eyJz'.repeat(10)}`,
    `rejected X-Auth-Token: ${'abc123'.repeat(4)}`,
    `rejected {"password": "hunter2-hunter2"}`,
    `rejected ${'0123456789abcdef'.repeat(10)}`,
  ])('never carries a token or a password on: %s', (text) => {
    for (const error of [
      answered('IMG.0087', 401, text),
      { kind: 'job-failed', code: null, message: text } as const,
    ]) {
      const { message } = explain(error, NOW)
      expect(message).toMatch(/^rejected/)
      expect(message).toContain('(left out)')
      expect(message).not.toMatch(/hunter2|abc123|[A-Za-z0-9+/_-]{60,}/)
    }
  })

  test('keeps addresses, ids and the name of a header', () => {
    const text =
      'The X-Auth-Token is invalid! ims-image:build-4412/debian-10-postgres.vhd 7091952d-6b0c-4e8f-a7c4-1f0a2f4d9be3'
    expect(explain(answered('IMG.0087', 401, text), NOW).message).toBe(text)
  })

  test('an empty text is none', () => {
    expect(explain(answered('IMG.0061', 400, ' \n '), NOW).message).toBeNull()
  })
})

test('the facts for support stay with the explanation', () => {
  expect(explain(answered('IMG.0061'), NOW)).toMatchObject({
    code: 'IMG.0061',
    httpStatus: 400,
    requestId: 'req-1',
    at: NOW,
  })
})

test('a refusal of Glance names no role and no right of IMS', () => {
  const refusal = { kind: 'answered', status: 403, code: null, cloudMessage: 'no', requestId: null } as const
  const { title, cause, remedy } = explain({ service: 'Glance', ...refusal }, 0, 'delete-image')
  expect(title).toBe('Glance does not allow this')
  expect(`${cause} ${remedy}`).not.toMatch(/IMS|ims:/)
})

describe('a status of Glance that means something of its own', () => {
  const bare = (status: number, doing?: 'delete-image' | 'share-image' | 'change-image') =>
    explain(
      new CloudError({ service: 'Glance', kind: 'answered', status, cloudMessage: 'As Glance put it.' }),
      NOW,
      doing,
    )

  test('409: an image that volumes depend on is not deleted', () => {
    expect(bare(409, 'delete-image')).toMatchObject({
      title: expect.stringContaining('in use'),
      cause: expect.stringMatching(/volumes or snapshots/i),
      message: 'As Glance put it.',
    })
    expect(bare(409, 'change-image').cause).toMatch(/Something else changes/)
  })

  test('413: the quota of members is used up', () => {
    expect(bare(413, 'share-image').cause).toMatch(/quota of members/)
    expect(bare(413, 'change-image').cause).toMatch(/description/)
  })

  test('403: a protected image is not deleted', () => {
    expect(bare(403, 'delete-image').cause).toMatch(/protected/)
  })
})
