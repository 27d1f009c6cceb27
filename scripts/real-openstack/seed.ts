import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { glanceDatabase } from './configuration.ts'
import type { Settings } from './settings.ts'

const SYSTEMS = [
  { type: 'Linux', platform: 'Ubuntu', version: 'Ubuntu 22.04 server 64bit' },
  { type: 'Linux', platform: 'Debian', version: 'Debian GNU/Linux 12.0.0 64bit' },
  { type: 'Linux', platform: 'Red Hat', version: 'Red Hat Linux Enterprise 9.0 64bit' },
  { type: 'Linux', platform: 'SUSE', version: 'SUSE Enterprise 15 SP5 64bit' },
  { type: 'Windows', platform: 'Windows', version: 'Windows Server 2022 Standard 64bit' },
] as const
const FORMATS = ['qcow2', 'vhd', 'raw', 'vmdk'] as const
const GIB = 1024 ** 3
const FIRST = Date.parse('2024-01-01T00:00:00Z')
const MINUTE_MS = 60_000

const INSERT_IMAGE = `INSERT INTO images (id, name, size, status, visibility, created_at, updated_at, deleted,
  disk_format, container_format, owner, min_disk, min_ram, protected, virtual_size, os_hidden)
  VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, 'bare', ?, ?, 0, ?, ?, 0)`
const INSERT_PROPERTY = `INSERT INTO image_properties (image_id, name, value, created_at, updated_at, deleted)
  VALUES (?, ?, ?, ?, ?, 0)`
const INSERT_TAG =
  'INSERT INTO image_tags (image_id, value, created_at, updated_at, deleted) VALUES (?, ?, ?, ?, 0)'

/**
 * Fills a project up to so many images, without data, with the properties that the cloud's images have: straight
 * into Glance's database, since 10 000 by its calls would take an hour.
 * @returns how many the project has now
 */
export function seedImages(settings: Settings, projectId: string, count: number): number {
  const database = new DatabaseSync(glanceDatabase(settings), { timeout: 30_000 })
  const has = () =>
    Number(
      database.prepare('SELECT count(*) AS n FROM images WHERE owner = ? AND deleted = 0').get(projectId)?.n,
    )
  const image = database.prepare(INSERT_IMAGE)
  const property = database.prepare(INSERT_PROPERTY)
  const tag = database.prepare(INSERT_TAG)
  database.exec('BEGIN IMMEDIATE')
  for (let n = has(); n < count; n++) {
    const { id, at, values, properties, tags } = seeded(n, projectId)
    image.run(...values)
    for (const [name, value] of Object.entries(properties)) property.run(id, name, value, at, at)
    for (const value of tags) tag.run(id, value, at, at)
  }
  database.exec('COMMIT')
  const now = has()
  database.close()
  return now
}

/** The n-th image: of every kind some. */
function seeded(n: number, projectId: string) {
  const { type, platform, version } = SYSTEMS[n % SYSTEMS.length] ?? SYSTEMS[0]
  const id = randomUUID()
  const at = sqlTime(FIRST + n * MINUTE_MS)
  const status = n % 50 === 49 ? 'queued' : 'active'
  const size = status === 'active' ? ((n % 40) + 1) * (GIB / 4) : null
  const name = `${platform.toLowerCase().replace(' ', '-')}-${String(n).padStart(5, '0')}`
  const visibility = n % 10 === 3 ? 'shared' : 'private'
  const format = FORMATS[n % FORMATS.length] ?? FORMATS[0]
  const minDisk = type === 'Linux' ? 40 : 60
  const isProtected = n % 25 === 24 ? 1 : 0
  return {
    id,
    at,
    values: [
      ...[id, name, size, status, visibility, at, at],
      ...[format, projectId, minDisk, isProtected, 40 * GIB],
    ],
    properties: {
      __os_type: type,
      __platform: platform,
      __os_version: version,
      __os_bit: '64',
      __imagetype: 'private',
      ...(size === null ? {} : { __image_size: String(size) }),
      __image_source_type: 'uds',
      __isregistered: 'true',
      virtual_env_type: n % 7 === 6 ? 'DataImage' : 'FusionCompute',
      hw_firmware_type: n % 3 === 2 ? 'uefi' : 'bios',
      __description: `Seeded image ${n}`,
    },
    tags: n % 4 === 0 ? [`team.${'abc'[n % 3]}`] : [],
  }
}

/** With microseconds, as SQLAlchemy writes them: SQLite compares times as text, and a page's marker would come twice. */
const sqlTime = (at: number) => new Date(at).toISOString().replace('T', ' ').replace('Z', '000')
