import { describe, expect, test } from 'vitest'
import { codeFor } from './code.ts'
import { SUBJECT_ID, subject } from './subject.fixture.ts'
import type { CodeSubject } from './subject.ts'

const written = (more: Partial<CodeSubject>, image: Partial<CodeSubject['image']> = {}): string => {
  const made = codeFor('terraform', 'change', subject(more, image))
  if ('why' in made) throw new Error(made.why)
  return made.code
}
const TAGS = { set: [{ key: 'team', value: 'db' }], remove: ['build'] }
const WORDS = { set: [{ key: 'team=db', value: '' }], remove: ['build=4412', 'team=platform'] }

describe('with IMS', () => {
  test('what Terraform changes is in the block, and what it does not is said above it', () => {
    const change = {
      name: 'web-13',
      description: 'x',
      minRamMb: 2048,
      maxRamMb: null,
      bootMode: 'bios',
      isProtected: true,
    } as const
    expect(written({ change, tagChange: TAGS })).toBe(
      `import {
  to = opentelekomcloud_ims_image_v2.debian_10_postgres
  id = "${SUBJECT_ID}"
}

# Terraform does not change the description, minimum memory, maximum memory and protection: take curl.
resource "opentelekomcloud_ims_image_v2" "debian_10_postgres" {
  name             = "web-13"
  image_url        = "ims-image:build-4412/debian-10-postgres.vhd"
  min_disk         = 41
  hw_firmware_type = "bios"

  tags = {
    "team" = "db"
  }

  lifecycle {
    prevent_destroy = true
    ignore_changes  = [image_url, min_disk, description, os_version, min_ram, max_ram, is_config]
  }
}`,
    )
  })

  test('the last tag goes too', () => {
    const tagChange = { set: [], remove: ['team', 'build'] }
    expect(written({ change: {}, tagChange })).toContain('\n  tags = {}\n')
  })

  test('a change of which Terraform makes nothing is no block that does nothing', () => {
    for (const change of [{ description: 'x' }, { minRamMb: 2048, maxRamMb: 4096 }])
      expect(codeFor('terraform', 'change', subject({ change }))).toEqual({
        why: 'The provider changes name, tags and boot mode only. Take curl for the rest.',
      })
  })

  test('a data disk is told to ignore only what its resource has', () => {
    const data = written({ change: { name: 'x' } }, { kind: 'data', bootMode: null })
    expect(data).toContain('resource "opentelekomcloud_ims_data_image_v2"')
    expect(data).toContain('ignore_changes  = [image_url, min_disk, description]')
  })
})

describe('with plain Glance', () => {
  const present = {
    id: SUBJECT_ID,
    size: 4096,
    os_hash_algo: 'sha512',
    os_glance_importing_to_stores: '',
    os_hidden: false,
    locations: [],
    owner: 'someone',
    description: 'PostgreSQL base',
    hw_firmware_type: 'bios',
    max_ram: '4096',
    os_distro: 'debian',
  }
  const glance = { api: 'glance', present } as const

  test('everything is changed, and what the provider would take for its default or remove is named', () => {
    const change = {
      name: 'web-13',
      description: 'now UEFI',
      minRamMb: 2048,
      maxRamMb: null,
      bootMode: 'uefi',
      isProtected: true,
    } as const
    expect(
      written({ ...glance, change, tagChange: WORDS }, { visibility: 'shared', diskFormat: 'qcow2' }),
    ).toBe(
      `import {
  to = openstack_images_image_v2.debian_10_postgres
  id = "${SUBJECT_ID}"
}

resource "openstack_images_image_v2" "debian_10_postgres" {
  name             = "web-13"
  container_format = "bare"
  disk_format      = "qcow2"
  min_disk_gb      = 41
  min_ram_mb       = 2048
  protected        = true
  visibility       = "shared"

  properties = {
    "description"      = "now UEFI"
    "hw_firmware_type" = "uefi"
    "os_distro"        = "debian"
  }

  tags = ["team=db"]

  lifecycle {
    prevent_destroy = true
  }
}`,
    )
  })

  test('properties that no one changes are left to the image', () => {
    expect(written({ ...glance, change: { name: 'x', minRamMb: null } })).not.toContain('properties')
  })

  test('an image without tags is told of what the provider is known to leave', () => {
    const tagChange = { set: [], remove: ['team=platform', 'build=4412'] }
    const made = written({ ...glance, change: {}, tagChange })
    expect(made).toContain('\n  tags = []\n')
    expect(made).toContain('# The provider is documented to leave an image its last tags: take curl.\n')
  })

  test('a hidden image stays hidden', () => {
    expect(written({ ...glance, present: { ...present, os_hidden: true } })).toMatch(/\n {2}hidden +=/)
  })
})
