import { describe, expect, test } from 'vitest'
import type { DataDiskImport, SystemDiskImport } from './import-request.ts'
import { toWire } from './ims-import.ts'

const system: SystemDiskImport = {
  kind: 'system',
  file: { bucket: 'ims-image', key: 'centos70.qcow2' },
  name: 'ims_test_file',
  minDiskGb: 40,
  description: 'Image creation using an image file uploaded to the OBS bucket',
  tags: [
    { key: 'aaa', value: '111' },
    { key: 'bbb', value: '333' },
  ],
  quickImport: false,
  enterpriseProjectId: null,
  kmsKeyId: null,
  madeFor: 'cloud-server',
  osVersion: 'CentOS 7.0 64bit',
  bootMode: 'bios',
  architecture: 'x86',
  automaticConfiguration: true,
  initialConfigurationDone: true,
  minRamMb: null,
  maxRamMb: null,
}

const data: DataDiskImport = {
  kind: 'data',
  file: { bucket: 'ims-image', key: 'volume.qcow2' },
  name: 'volume',
  minDiskGb: 20,
  description: '',
  tags: [],
  quickImport: false,
  enterpriseProjectId: null,
  kmsKeyId: null,
  osType: 'Windows',
}

describe('system disk', () => {
  test('becomes the documented example', () => {
    expect(toWire(system)).toEqual({
      path: '/v2/cloudimages/action',
      body: {
        name: 'ims_test_file',
        description: 'Image creation using an image file uploaded to the OBS bucket',
        image_url: 'ims-image:centos70.qcow2',
        os_version: 'CentOS 7.0 64bit',
        is_config_init: true,
        min_disk: 40,
        is_config: true,
        tags: ['aaa.111', 'bbb.333'],
        type: 'ECS',
        hw_firmware_type: 'bios',
      },
    })
  })

  test('sends what was set, and nothing in the place of what was not', () => {
    const { body } = toWire({
      ...system,
      tags: [],
      description: '',
      osVersion: null,
      initialConfigurationDone: false,
      madeFor: 'bare-metal-server',
      bootMode: 'uefi',
      architecture: 'arm',
      minRamMb: 1024,
      maxRamMb: 4096,
      enterpriseProjectId: '0',
    })
    expect(body).toEqual({
      name: 'ims_test_file',
      image_url: 'ims-image:centos70.qcow2',
      min_disk: 40,
      is_config: true,
      type: 'BMS',
      hw_firmware_type: 'uefi',
      architecture: 'arm',
      min_ram: 1024,
      max_ram: 4096,
      enterprise_project_id: '0',
    })
  })

  test('sends all tags as image_tags when one needs a character the plain form lacks', () => {
    const { body } = toWire({
      ...system,
      tags: [
        { key: 'team', value: 'web' },
        { key: 'owner', value: 'A B' },
      ],
    })
    expect(body).toMatchObject({
      image_tags: [
        { key: 'team', value: 'web' },
        { key: 'owner', value: 'A B' },
      ],
    })
    expect(body).not.toHaveProperty('tags')
  })

  test('by quick import goes to its own call, without what that does not take', () => {
    const { path, body } = toWire({ ...system, quickImport: true, minRamMb: 1024 })
    expect(path).toBe('/v2/cloudimages/quickimport/action')
    expect(body).not.toHaveProperty('is_config')
    expect(body).not.toHaveProperty('min_ram')
    expect(body).toMatchObject({ type: 'ECS', os_version: 'CentOS 7.0 64bit' })
  })
})

describe('data disk', () => {
  test('has its own call and its own few fields', () => {
    expect(toWire(data)).toEqual({
      path: '/v1/cloudimages/dataimages/action',
      body: { name: 'volume', image_url: 'ims-image:volume.qcow2', min_disk: 20, os_type: 'Windows' },
    })
  })

  test('by quick import is told from a system disk by its type', () => {
    expect(toWire({ ...data, quickImport: true })).toMatchObject({
      path: '/v2/cloudimages/quickimport/action',
      body: { type: 'DataImage', os_type: 'Windows' },
    })
  })
})
