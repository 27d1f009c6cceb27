import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { imsImage } from '../cloud/wire/ims.ts'
import { type ImageContext, toImageSummary, toImageView } from './model.ts'
import { imageSummary, imageView } from './view.ts'

const PROJECT = '4f7a0c2e9b1d4a6f8c3e5d7b9a1c2e4f'
const AT = Date.UTC(2026, 2, 2, 9, 0, 0)
const CONTEXT: ImageContext = { projectId: PROJECT, readAt: AT, job: null }

/** The contract's own example (ims.md 5). */
const EXAMPLE = {
  id: '7d0f4b52-6a0e-4f0b-9a43-0a3a5b1d8c11',
  name: 'web-base-12',
  status: 'active',
  owner: PROJECT,
  visibility: 'private',
  protected: false,
  min_disk: 20,
  min_ram: 1024,
  disk_format: 'zvhd2',
  container_format: 'bare',
  size: 0,
  virtual_size: null,
  checksum: 'd41d8cd98f00b204e9800998ecf8427e',
  tags: ['team=web'],
  virtual_env_type: 'FusionCompute',
  hw_firmware_type: 'bios',
  hw_vif_multiqueue_enabled: 'false',
  created_at: '2026-03-02T08:11:05Z',
  updated_at: '2026-03-02T08:19:40Z',
  active_at: '2026-03-02T08:19:40Z',
  __os_type: 'Linux',
  __os_version: 'Debian GNU/Linux 10.0.0 64bit',
  __os_bit: '64',
  __platform: 'Debian',
  __imagetype: 'private',
  __isregistered: 'true',
  __image_source_type: 'uds',
  __image_size: '1342177280',
  __root_origin: 'file',
  __data_origin: 'file,ims-image:in/web-base.qcow2',
  __originalimagename: '',
  __backup_id: '',
  __lazyloading: 'true',
  __description: 'Golden image, sprint 12',
  __support_kvm: 'true',
  __support_xen: 'true',
  enterprise_project_id: '0',
  file: '/v2/images/7d0f4b52-6a0e-4f0b-9a43-0a3a5b1d8c11/file',
  self: '/v2/images/7d0f4b52-6a0e-4f0b-9a43-0a3a5b1d8c11',
  schema: '/v2/schemas/image',
}

const summary = (changes: Record<string, unknown> = {}) =>
  toImageSummary(z.parse(imsImage, { ...EXAMPLE, ...changes }), PROJECT)
const view = (changes: Record<string, unknown> = {}) =>
  toImageView(z.parse(imsImage, { ...EXAMPLE, ...changes }), CONTEXT)

describe('the contract’s example', () => {
  test('becomes a summary', () => {
    expect(summary()).toEqual({
      id: EXAMPLE.id,
      name: 'web-base-12',
      state: 'active',
      status: 'active',
      kind: 'system',
      osVersion: 'Debian GNU/Linux 10.0.0 64bit',
      minDiskGb: 20,
      sizeBytes: 1_342_177_280,
      bootMode: 'bios',
      tags: ['team=web'],
      createdAt: Date.UTC(2026, 2, 2, 8, 11, 5),
      visibility: 'private',
      own: true,
      osType: 'Linux',
      platform: 'Debian',
      architecture: 'x86',
      minRamMb: 1024,
      diskFormat: 'zvhd2',
      isEncrypted: false,
      isProtected: false,
      updatedAt: Date.UTC(2026, 2, 2, 8, 19, 40),
      ownerProjectId: PROJECT,
    })
  })

  test('becomes a view that the browser’s schema takes', () => {
    expect(z.safeParse(imageView, view()).success).toBe(true)
    expect(view()).toMatchObject({
      description: 'Golden image, sprint 12',
      architecture: 'x86',
      minRamMb: 1024,
      maxRamMb: null,
      isProtected: false,
      kmsKeyId: null,
      sourceFile: 'ims-image:in/web-base.qcow2',
      multiqueue: false,
      cloudInit: null,
      support: ['kvm', 'xen'],
      activeAt: Date.UTC(2026, 2, 2, 8, 19, 40),
      readAt: AT,
    })
  })

  test('keeps what no field speaks for', () => {
    expect(view().other).toEqual([
      { name: '__imagetype', value: 'private' },
      { name: '__root_origin', value: 'file' },
      { name: '__isregistered', value: 'true' },
      { name: '__image_source_type', value: 'uds' },
      { name: '__backup_id', value: '' },
      { name: '__lazyloading', value: 'true' },
    ])
  })
})

test.each([
  ['queued', 'importing'],
  ['saving', 'importing'],
  ['ACTIVE', 'active'],
  ['killed', 'error'],
  ['deactivated', 'deactivated'],
  ['pending_delete', 'deleted'],
  ['frozen_by_moon', 'other'],
  ['constructor', 'other'],
] as const)('status %s is %s, and its own word stays', (status, state) => {
  expect(summary({ status })).toMatchObject({ state, status })
})

test.each([
  ['FusionCompute', 'system'],
  ['DataImage', 'data'],
  ['IsoImage', 'iso'],
  ['Ironic', 'bare-metal'],
  ['Toaster', 'other'],
  [null, 'other'],
] as const)('virtual_env_type %s is kind %s', (virtual_env_type, kind) => {
  expect(summary({ virtual_env_type }).kind).toBe(kind)
})

describe('boot mode', () => {
  test('absent means BIOS', () => {
    expect(summary({ hw_firmware_type: undefined }).bootMode).toBe('bios')
  })
  test('a data disk has none', () => {
    expect(summary({ virtual_env_type: 'DataImage', hw_firmware_type: undefined }).bootMode).toBeNull()
  })
  test('an unknown word is not taken for BIOS', () => {
    expect(summary({ hw_firmware_type: 'coreboot' }).bootMode).toBeNull()
    expect(summary({ hw_firmware_type: 'UEFI' }).bootMode).toBe('uefi')
  })
})

describe('numbers in strings', () => {
  test.each(['0', '', '12 GB', '-5', '1e9', '99999999999999999999', null])('size %s is not known', (size) => {
    expect(summary({ __image_size: size }).sizeBytes).toBeNull()
  })
  test('max_ram comes as text or as number', () => {
    expect(view({ max_ram: '4096' }).maxRamMb).toBe(4096)
    expect(view({ max_ram: 4096 }).maxRamMb).toBe(4096)
  })
  test('no limit and no disk size are none, not 0', () => {
    expect(view({ min_ram: 0, min_disk: 0, max_ram: '0' })).toMatchObject({
      minRamMb: null,
      minDiskGb: null,
      maxRamMb: null,
    })
  })
})

test('__support_fc_inject "true" says that cloud-init is not possible, and is no support', () => {
  expect(view({ __support_fc_inject: 'true' })).toMatchObject({ cloudInit: false, support: ['kvm', 'xen'] })
  expect(view({ __support_fc_inject: 'false' }).cloudInit).toBe(true)
})

test('architecture is Arm only where IMS marks it', () => {
  expect(view({ __support_arm: 'true' }).architecture).toBe('arm')
  expect(view({ __support_arm: 'false' }).architecture).toBe('x86')
})

test.each([
  ['file,ims-image:in/a,b:c.qcow2', 'ims-image:in/a,b:c.qcow2'],
  ['instance,7d0f4b52', null],
  ['volume,7d0f4b52', null],
  ['', null],
  [null, null],
])('__data_origin %s names the file %s', (__data_origin, file) => {
  expect(view({ __data_origin }).sourceFile).toBe(file)
})

test('unknown properties are kept as they came, whatever their type', () => {
  const { other } = view({
    __x_new: 'yes',
    __x_list: ['a', 1],
    __support_kvm_gpu_type: 'V100_vGPU',
    __x_null: null,
  })
  expect(other).toEqual(
    expect.arrayContaining([
      { name: '__x_new', value: 'yes' },
      { name: '__x_list', value: '["a",1]' },
      { name: '__support_kvm_gpu_type', value: 'V100_vGPU' },
      { name: '__x_null', value: '' },
    ]),
  )
})

test('times are UTC with and without their Z, and an unreadable one is none', () => {
  const at = Date.UTC(2026, 2, 2, 8, 11, 5)
  expect(summary({ created_at: '2026-03-02T08:11:05' }).createdAt).toBe(at)
  expect(summary({ created_at: '2026-03-02 08:11:05' }).createdAt).toBe(at)
  expect(summary({ created_at: 'Monday' }).createdAt).toBeNull()
})

test('a tag without a value is its key, however it is listed', () => {
  expect(summary({ tags: ['gold', 'old=', 'a=b=', 'team=web'] }).tags).toEqual([
    'gold',
    'old',
    'a=b=',
    'team=web',
  ])
})

test('an image of another project is not our own', () => {
  expect(summary({ owner: 'aa11bb22cc33dd44ee55ff6600112233', visibility: 'shared' }).own).toBe(false)
  expect(summary({ owner: undefined }).own).toBe(true)
})

test('the least IMS may send is enough', () => {
  const wire = z.parse(imsImage, { id: 'x', status: 'queued' })
  expect(z.safeParse(imageSummary, toImageSummary(wire, PROJECT)).success).toBe(true)
  expect(toImageView(wire, CONTEXT)).toMatchObject({ name: null, tags: [], isProtected: null, other: [] })
})

describe('an image of plain Glance', () => {
  const GLANCE = {
    id: '58a82d4f-f9e9-47fb-8c78-9a0ede7d938b',
    name: 'cirros',
    status: 'active',
    owner: PROJECT,
    visibility: 'shared',
    disk_format: 'qcow2',
    container_format: 'bare',
    size: 70_000,
    virtual_size: null,
    os_distro: 'cirros',
    os_version: '0.6.2',
    os_type: 'linux',
    architecture: 'aarch64',
    hw_disk_bus: 'scsi',
    tags: [],
  }
  const glance = (changes: Record<string, unknown> = {}) =>
    toImageView(z.parse(imsImage, { ...GLANCE, ...changes }), CONTEXT)

  test('says by its common properties what IMS says by others', () => {
    expect(glance()).toMatchObject({
      kind: 'system',
      osVersion: 'cirros 0.6.2',
      osType: 'Linux',
      platform: 'cirros',
      architecture: 'arm',
      sizeBytes: 70_000,
      other: [{ name: 'hw_disk_bus', value: 'scsi' }],
    })
  })

  test('may say little, and nothing is guessed', () => {
    const bare = {
      os_distro: undefined,
      os_version: 7,
      os_type: 'plan9',
      architecture: undefined,
      size: null,
    }
    expect(glance(bare)).toMatchObject({
      osVersion: null,
      osType: null,
      architecture: null,
      osBit: null,
      sizeBytes: null,
    })
  })

  test('keeps its tags as they are, and what has no word of IMS’s among the other properties', () => {
    expect(glance({ tags: ['ending=', 'role=db', 'role=web'] }).tags).toEqual([
      'ending=',
      'role=db',
      'role=web',
    ])
    expect(glance({ os_type: 'plan9' }).other).toEqual([
      { name: 'os_type', value: 'plan9' },
      { name: 'hw_disk_bus', value: 'scsi' },
    ])
  })

  test.each([
    ['x86_64', 'x86', '64'],
    ['i686', 'x86', '32'],
    ['armv7l', 'arm', '32'],
    ['ppc64le', 'ppc64le', null],
  ])('of processor %s is one of %s', (architecture, kind, osBit) => {
    expect(glance({ architecture })).toMatchObject({ architecture: kind, osBit })
  })

  test('is an installer when its format is ISO', () => {
    expect(glance({ disk_format: 'iso' }).kind).toBe('iso')
  })

  test('that another console of the cloud described keeps IMS’s words', () => {
    const both = { __os_version: 'Debian GNU/Linux 12.0.0 64bit', virtual_env_type: 'DataImage' }
    expect(glance(both)).toMatchObject({ osVersion: 'Debian GNU/Linux 12.0.0 64bit', kind: 'data' })
  })
})
