/**
 * Limits and alphabets of the cloud, each stated once. The import form, its action and the wire schemas of
 * client and simulator are all built from these. Sources name the section of the IMS contract ("ims.md") or
 * the OBS contract ("obs.md") that the vendor's API reference and user guide were read into.
 */

/** Image name (ims.md 14): 1 to 128 of these characters, no blank at either end. */
export const IMAGE_NAME_MAX = 128
export const IMAGE_NAME_CHARACTERS = /^[A-Za-z0-9._ -]*$/

/** Description (ims.md 14): at most 1024 characters, no CR, LF, `<` or `>`. */
export const DESCRIPTION_MAX = 1024
export const DESCRIPTION_CHARACTERS = /^[^<>\r\n]*$/

/** Disk sizes in GB, where 1 GB is 1 GiB (ims.md 14: the FAQ's arithmetic is 2^30). */
export const SYSTEM_DISK_GB = { min: 1, max: 1024 } as const
/** Where the vendor's own console begins (ims.md 1); the API takes less. */
export const CONSOLE_SYSTEM_DISK_MIN_GB = 40
/** The data-disk page says 40 to 2048, guide and console 1 to 2048: the wider range is accepted (ims.md 16). */
export const DATA_DISK_GB = { min: 1, max: 2048 } as const
/** Data disks by quick import end at 1024 GB (ims.md 3). */
export const QUICK_DATA_DISK_GB = { min: 1, max: 1024 } as const

/**
 * Memory limits in MB, 0 meaning no limit (ims.md 1). No upper bound is documented; this one (16 TiB) only
 * keeps the value inside a 32-bit integer. Inferred.
 */
export const MEMORY_MB = { min: 0, max: 16_777_216 } as const

/** At most 10 tags an image (ims.md 10, IMG.0116). */
export const TAGS_MAX = 10
export const TAG_KEY_MAX = 36
export const TAG_VALUE_MAX = 43
/** Form `key.value` of `tags` (ims.md 14). */
export const DOTTED_TAG = /^[A-Za-z0-9_-]{1,36}(\.[A-Za-z0-9_-]{0,43})?$/
/** Characters of a key or value in `image_tags`; their alphabet is not documented, this is inferred (ims.md 14). */
export const TAG_PART_CHARACTERS = /^[^=*<>\\,|/\p{Cc}\p{Cf}]*$/u

/** Bucket name (obs.md 2): 3 to 63 of a-z, 0-9, `.` and `-`, starting and ending with a letter or digit. */
export const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
export const BUCKET_NAME_FORBIDDEN = /\.\.|\.-|-\.|^\d+\.\d+\.\d+\.\d+$/
/** Object key: at most 1024 bytes of UTF-8 (obs.md 2); IMS takes no blanks in it (ims.md 14, IMG.0175). */
export const OBJECT_KEY_MAX_BYTES = 1024
export const OBJECT_KEY_CHARACTERS = /^[^\s\p{Cc}\p{Cf}]+$/u
/** The address IMS takes, `bucket:key` (ims.md 14). A leading slash or a further colon is unknown territory: forbidden. */
export const IMAGE_ADDRESS = /^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9]):([^\s:/][^\s:]*)$/

export const OS_TYPES = ['Linux', 'Windows', 'Other'] as const
/** The data-disk call knows no `Other` (ims.md 2). */
export const DATA_DISK_OS_TYPES = ['Linux', 'Windows'] as const
export const FIRMWARE_TYPES = ['bios', 'uefi'] as const
export const ARCHITECTURES = ['x86', 'arm'] as const
/** What a server made from the image is: `FusionCompute` equals ECS and `Ironic` equals BMS on the wire (ims.md 1). */
export const SYSTEM_IMAGE_TYPES = ['ECS', 'FusionCompute', 'BMS', 'Ironic', 'IsoImage'] as const

const UUID_TEXT = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
/** Image, KMS key and enterprise project ids: a UUID with dashes (ims.md 0, 1). */
export const UUID = new RegExp(`^${UUID_TEXT}$`, 'i')
/** Tasks that make images, at the same time in one project; more are refused (ims.md 14). */
export const IMPORTS_AT_ONCE = 40
/** Project and job ids: 32 hexadecimal digits (ims.md 0). */
export const HEX_ID = /^[0-9a-f]{32}$/i
/** An enterprise project: `0` is the default one, else a UUID (ims.md 1). */
export const ENTERPRISE_PROJECT_ID = new RegExp(`^(0|${UUID_TEXT})$`, 'i')

/** Projects that one image is shared with (ims.md 11). */
export const SHARED_WITH_MAX = 256
export const WHOLE_SERVER_SHARED_WITH_MAX = 10

/** Exports and copies end here, but for quick exports (ims.md 13, IMG.0160). GB, where 1 GB is 1 GiB. */
export const PLAIN_COPY_GB_MAX = 128
/** Quick exports stay below it (ims.md 13: "less than 1 TB"). */
export const EXPORT_GB_MAX = 1024
/** `file_format` of an export; a quick one is always ZVHD2 and names none (ims.md 13). */
export const EXPORT_FORMATS = ['qcow2', 'vhd', 'zvhd', 'vmdk'] as const
