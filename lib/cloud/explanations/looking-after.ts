/**
 * Codes that changing, sharing, exporting, copying and deleting an image can meet (ims.md 7 to 13). None belongs to a
 * field of the import form; what of them belongs to one of their own forms is said there.
 */
import { EXPORT_GB_MAX, PLAIN_COPY_GB_MAX } from '../rules.ts'
import type { Explanations } from './explanation.ts'

const WHOLE_SERVER = 'It holds all disks of a server, and the way to it is the backup it was made from.'
const FROM_A_SERVER = 'Make a server from the image and take what you need from its disk.'
const KEY_HOLDER =
  'Ask whoever looks after the keys in KMS. Until then no server starts from the image either.'
const OTHER_FILE_NAME =
  'Choose another folder or file name: letters, digits and - . _ / are taken everywhere, blanks are not.'

export const LOOKING_AFTER: Explanations = {
  'IMG.0028': {
    title: 'Delete protection is on',
    cause: 'The image is marked as protected, and IMS deletes none of those.',
    remedy: 'Have the mark taken off by the tool that set it. No call of IMS itself changes it.',
  },
  'IMG.0035': {
    title: 'IMS does not take these changes together',
    cause: 'One value contradicts another, or somebody changed the image at the same moment.',
    remedy: 'Read the image again, then make the changes one by one.',
  },
  'IMG.0070': {
    title: 'The bucket has a file of this name already',
    cause: 'IMS overwrites nothing. An earlier export may have written it.',
    remedy: 'Choose another file name, or delete the file in the bucket first.',
  },
  'IMG.0071': {
    title: 'IMS does not export this image',
    cause:
      'Public images, ISO images, images of whole servers and some that were made from public ones stay inside.',
    remedy: FROM_A_SERVER,
  },
  'IMG.0073': {
    title: 'The address to export to names no file',
    cause: 'Nothing stands behind the bucket.',
    remedy: 'Enter a file name, for example backup/debian-12.qcow2.',
  },
  'IMG.0074': {
    title: 'The file name to export to is too long',
    cause: 'Folder and file name together are longer than OBS takes.',
    remedy: 'Choose a shorter file name or folder.',
  },
  'IMG.0075': {
    title: 'The file name to export to has a character that IMS does not take',
    cause: null,
    remedy: OTHER_FILE_NAME,
  },
  'IMG.0076': {
    title: 'The image belongs to this project already',
    cause: 'The project id is the owner’s own, and nobody shares with themselves.',
    remedy: 'Enter the id of another project.',
  },
  'IMG.0077': {
    title: 'Public images are not exported',
    cause: 'They belong to the cloud.',
    remedy: 'Download the system from its maker, or make a server from the image and go on from there.',
  },
  'IMG.0079': {
    title: 'IMS does not export images made from this public image',
    cause: 'The system is charged for, such as Windows, SUSE or Red Hat, and its licence stays in the cloud.',
    remedy:
      'Export the data instead of the system, or install the system elsewhere under a licence of your own.',
  },
  'IMG.0080': {
    title: 'IMS does not export images made from a backup',
    cause: 'The image comes from a backup of a server.',
    remedy: FROM_A_SERVER,
  },
  'IMG.0081': {
    title: 'IMS does not export this image because it came from a file',
    cause: 'The guide allows it, yet some regions refuse.',
    remedy: 'Use the file it was imported from; the page of the image names it where it is known.',
  },
  'IMG.0083': {
    title: 'This cannot be done with a public image',
    cause: 'Public images belong to the cloud, and only the cloud changes them.',
    remedy: 'Make a private image first, from a server that was made from it.',
  },
  'IMG.0084': {
    title: 'This cannot be done with a private image',
    cause: 'IMS offers it for public or shared images only.',
    remedy: 'Share the image first if another project is to use it.',
  },
  'IMG.0089': {
    title: 'Public images are not shared',
    cause: 'Every project sees them anyway.',
    remedy: 'Give the other side the id of the image: it is the same everywhere in this region.',
  },
  'IMG.0090': {
    title: 'IMS is still making the image',
    cause: 'What is being made can be neither deleted nor stopped.',
    remedy: 'Delete it when that ends. An import that fails is cleared away by IMS itself.',
  },
  'IMG.0092': {
    title: 'Only the owner deletes an image',
    cause: 'Another project owns it and shares it to this one.',
    remedy: 'Reject it: it leaves your list, and the owner keeps it.',
  },
  'IMG.0094': {
    title: 'Public images are not deleted',
    cause: 'They belong to the cloud.',
    remedy: 'Leave it out by the filter of the list.',
  },
  'IMG.0096': {
    title: 'The copy would have the same key',
    cause: 'A copy that is encrypted needs another KMS key than the image it comes from.',
    remedy: 'Choose another key, or none for a copy that is not encrypted.',
  },
  'IMG.0098': {
    title: 'IMS does not share this encrypted image',
    cause: 'Images under the default key never leave their project.',
    remedy:
      'Copy the image with a KMS key of your own, grant that key to the other side, and share the copy. A copy without a key needs no grant.',
  },
  'IMG.0101': {
    title: 'The key of the image does not exist any more',
    cause: 'Its KMS key was deleted, so nobody can read the image.',
    remedy:
      'Import the file again if it is still there. A key that waits for its deletion can be brought back in KMS.',
  },
  'IMG.0102': {
    title: 'The key of the image is not enabled',
    cause: 'Its KMS key is disabled, or waits for its deletion.',
    remedy: `Enable the key in KMS, then try again. ${KEY_HOLDER}`,
  },
  'IMG.0103': {
    title: 'You may not use the key of the image',
    cause: 'The KMS key belongs to another project, or your roles do not include it.',
    remedy: 'Ask its owner for a grant on the key.',
  },
  'IMG.0105': {
    title: 'IMS does not do this with this image',
    cause: 'The kind of image, or where it came from, rules it out. IMS does not say which.',
    remedy:
      'Look at “What you can do” on the page of the image: it names what is possible, and the way round.',
  },
  'IMG.0106': {
    title: 'The image belongs to another project',
    cause: 'It is shared to this one, or was.',
    remedy: 'Ask its owner, or copy the image: the copy is yours.',
  },
  'IMG.0108': {
    title: 'IMS knows no project with this id in this region',
    cause: 'The id is not complete, or is that of a domain, a user or a project elsewhere.',
    remedy:
      'Ask the other side for its project id: 32 letters and digits, in its console under My Credentials.',
  },
  'IMG.0127': {
    title: 'The backup behind the image does not exist any more',
    cause: WHOLE_SERVER,
    remedy: 'Make a new image from a backup that still exists.',
  },
  'IMG.0128': {
    title: 'Images of a whole server are not exported',
    cause: WHOLE_SERVER,
    remedy: 'Make an image of the one disk that is needed, and export that.',
  },
  'IMG.0130': {
    title: 'Images of a whole server are neither exported nor copied',
    cause: WHOLE_SERVER,
    remedy: 'Make an image of the one disk that is needed, and go on with that.',
  },
  'IMG.0135': {
    title: 'IMS does not share this image of a whole server',
    cause: 'It shares those made from a backup of CBR only.',
    remedy: 'Make the image anew from a CBR backup, or share an image of the one disk that is needed.',
  },
  'IMG.0148': {
    title: 'IMS is still exporting the image',
    cause: 'IMS exports an image once at a time, and does not delete it meanwhile.',
    remedy: 'Wait until the export has ended, then try again.',
  },
  'IMG.0160': {
    title: 'The image is too large for this way of exporting',
    cause: `Above ${PLAIN_COPY_GB_MAX} GB only quick export is left, up to ${EXPORT_GB_MAX} GB.`,
    remedy: 'Turn on quick export. Its file is a ZVHD2, which quick import takes back.',
  },
  'IMG.0168': {
    title: 'IMS does not change this of a data disk',
    cause:
      'Its documentation says that images of data disks are not changed at all; name and description often work.',
    remedy: 'Change only the name or the description, or import the file again with the right values.',
  },
  'IMG.0177': {
    title: 'The other project is in another region',
    cause: 'Images are shared within a region only.',
    remedy:
      'Enter a project of this region. To another region an image goes as a file: export it, copy the file there, import it.',
  },
  'IMG.0196': {
    title: 'The shared image is not accepted yet',
    cause: 'Copies are made of shared images that this project has accepted.',
    remedy: 'Accept the image first, then copy it.',
  },
  'IMG.0197': {
    title: 'A shared image that is encrypted is not copied',
    cause: 'The KMS key stays with its owner.',
    remedy: 'Ask the owner to make a copy without a key, and to share that.',
  },
}
