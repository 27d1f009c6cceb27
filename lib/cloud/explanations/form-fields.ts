/** Codes about the other fields of the import form (ims.md 14); the words are Slipway's own. */
import {
  DATA_DISK_GB,
  DESCRIPTION_MAX,
  IMAGE_NAME_MAX,
  SYSTEM_DISK_GB,
  TAG_KEY_MAX,
  TAG_VALUE_MAX,
  TAGS_MAX,
} from '../rules.ts'
import type { Explanations } from './explanation.ts'

const NAME_RULE = `1 to ${IMAGE_NAME_MAX} letters, digits, hyphens, dots, underscores and blanks, without a blank at either end`

export const FORM_FIELDS: Explanations = {
  'IMG.0002': {
    title: 'The image name is too long',
    cause: `IMS takes at most ${IMAGE_NAME_MAX} characters.`,
    remedy: `Shorten the name to ${IMAGE_NAME_MAX} characters.`,
    field: 'imageName',
  },
  'IMG.0003': {
    title: 'The image name has a character that IMS does not take',
    cause: `A name is ${NAME_RULE}. Letters with accents and umlauts do not count as letters.`,
    remedy: 'Change the name.',
    field: 'imageName',
  },
  'IMG.0009': {
    title: 'An image of this name exists already',
    cause: 'IMS refuses the second one. The image may come from an earlier import of the same file.',
    remedy: 'Look at the images first: it may be there already. Otherwise enter another name.',
    field: 'imageName',
  },
  'IMG.0013': {
    title: 'IMS got no image name',
    cause: null,
    remedy: 'Enter a name for the image.',
    field: 'imageName',
  },
  'IMG.0062': {
    title: 'IMS does not take this image name',
    cause: `A name is ${NAME_RULE}.`,
    remedy: 'Change the name.',
    field: 'imageName',
  },
  'IMG.0004': {
    title: 'The description is too long',
    cause: `IMS takes at most ${DESCRIPTION_MAX} characters.`,
    remedy: `Shorten the description to ${DESCRIPTION_MAX} characters.`,
    field: 'description',
  },
  'IMG.0054': {
    title: 'The description has a character that IMS does not take',
    cause: 'Line breaks and the signs < and > are refused.',
    remedy: 'Write the description in one line, without < and >.',
    field: 'description',
  },
  'IMG.0055': {
    title: 'The minimum disk or the memory does not fit',
    cause: `The minimum disk is smaller than the disk inside the file, or a value is outside what IMS takes: ${SYSTEM_DISK_GB.min} to ${SYSTEM_DISK_GB.max} GB for a system disk, ${DATA_DISK_GB.min} to ${DATA_DISK_GB.max} GB for a data disk; a maximum memory below the minimum is refused too.`,
    remedy:
      'Enter the virtual size that "qemu-img info" shows, in GiB and rounded up: 40.0013 GiB needs 41. A VHD that qemu-img made is often a little larger than asked, so the next number up is right.',
    field: 'minDiskGb',
  },
  'IMG.0111': {
    title: 'The system disk is larger than IMS allows',
    cause: `A system disk has at most ${SYSTEM_DISK_GB.max} GB. What counts is the disk inside the file, not the size of the file.`,
    remedy: 'Make the disk smaller in the guest, or import it as a data disk.',
    field: 'minDiskGb',
  },
  'IMG.0056': {
    title: 'IMS does not know this operating system',
    cause:
      'The text is not exactly one of its list. Capitals, "64bit" and the version down to the last zero count.',
    remedy:
      'Choose an entry of the list. Where yours is missing, take the nearest release of the same family, or Other Linux(64 bit).',
    field: 'osVersion',
  },
  'IMG.0122': {
    title: 'The operating system does not fit the image',
    cause: 'Its kind (Linux, Windows) contradicts the image type, or an ISO file was sent as a disk.',
    remedy: 'Choose the system that is inside the file. For an ISO file choose "ISO installer" as well.',
    field: 'osVersion',
  },
  'IMG.0138': {
    title: 'IMS could not tell which operating system is in the file',
    cause: 'The disk has a layout IMS does not look into, LVM or encryption for example, or none at all.',
    remedy: 'Choose the operating system by hand.',
    field: 'osVersion',
  },
  'IMG.0166': {
    title: 'This import needs an operating system',
    cause: 'IMS demands one for ISO files and for quick import, because it does not look into these files.',
    remedy: 'Choose the operating system from the list.',
    field: 'osVersion',
  },
  'IMG.0024': {
    title: 'IMS does not take this kind of image',
    cause:
      'The kind of server the image is made for does not fit the file. An ISO file needs "ISO installer".',
    remedy: 'Change what the image is made for.',
    field: 'madeFor',
  },
  'IMG.0117': {
    title: 'IMS does not take this kind of server',
    cause: 'This call makes images for cloud servers and bare-metal servers only.',
    remedy: 'Choose cloud server or bare-metal server.',
    field: 'madeFor',
  },
  'IMG.0167': {
    title: 'IMS does not do this with an ISO file',
    cause: 'Images of ISO files boot an installer; they cannot be encrypted, exported or copied.',
    remedy: 'Take the KMS key out, or import a disk instead of the ISO file.',
    field: 'madeFor',
  },
  'IMG.0212': {
    title: 'IMS does not take this architecture',
    cause: 'Only x86 and Arm are known, and not every region has Arm servers.',
    remedy: 'Choose x86, unless the disk was made for Arm.',
    field: 'architecture',
  },
  'IMG.0141': {
    title: 'IMS does not take this boot mode',
    cause: 'It knows BIOS and UEFI. Arm images boot by UEFI only.',
    remedy: 'Choose UEFI where the disk has an EFI system partition, BIOS otherwise.',
    field: 'bootMode',
  },
  'IMG.0115': {
    title: 'IMS does not take one of the tags',
    cause: `A tag is key.value: up to ${TAG_KEY_MAX} letters, digits, hyphens and underscores, a dot, then up to ${TAG_VALUE_MAX}. A second dot is refused.`,
    remedy: 'Change or remove the tag.',
    field: 'tags',
  },
  'IMG.0116': {
    title: 'There are too many tags',
    cause: `An image has at most ${TAGS_MAX}.`,
    remedy: `Remove tags until ${TAGS_MAX} are left.`,
    field: 'tags',
  },
}
