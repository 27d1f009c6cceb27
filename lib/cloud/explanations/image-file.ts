/**
 * Codes about the file in the bucket (ims.md 14). What lies behind them was collected from the vendor's FAQ and
 * from public issue threads of import tools; the words are Slipway's own.
 */
import type { Explanations } from './explanation.ts'

export const IMAGE_FILE: Explanations = {
  'IMG.0017': {
    title: 'IMS does not understand the address of the image file',
    cause: 'The address is not of the form bucket:key, or it carries a scheme such as https:// or obs://.',
    remedy: 'Enter bucket:key, for example ims-image:centos70.qcow2, without a scheme and without blanks.',
    field: 'imageFile',
  },
  'IMG.0057': {
    title: 'IMS cannot use the image file',
    cause:
      'One code stands for four causes, the most frequent first: the content is not the format its name promises (a compressed file, an OVA, a VMDK that is only a descriptor), no file has this key, the file is empty, or IMS may not read it.',
    remedy:
      'Look the key up in the bucket, capitals included. Run "qemu-img info" on the file: it names the real format. Unpack .gz, .xz, .zip and .ova first and upload the disk inside. Check that the bucket has storage class Standard and that you have the role Tenant Administrator for OBS.',
    field: 'imageFile',
  },
  'IMG.0058': {
    title: 'The bucket lies in another region',
    cause: 'IMS reads only from buckets of the region the image is made in.',
    remedy:
      'Copy the file to a bucket of this region, or switch to a project in the region of the bucket, and import again.',
    field: 'imageFile',
  },
  'IMG.0059': {
    title: 'The image file is too large',
    cause: 'A normal import takes files up to 128 GB. Quick import takes up to 1 TB, only RAW and ZVHD2.',
    remedy:
      'Make the file smaller: zero the free space in the guest, then "qemu-img convert -O qcow2" leaves it out. Or convert to RAW or ZVHD2 and turn on quick import; RAW needs its .mf file beside it in the bucket.',
    field: 'imageFile',
  },
  'IMG.0068': {
    title: 'The address of the image file names no bucket',
    cause: 'Nothing stands before the colon.',
    remedy: 'Enter bucket:key, for example ims-image:centos70.qcow2.',
    field: 'imageFile',
  },
  'IMG.0069': {
    title: 'IMS cannot open the bucket',
    cause:
      'The bucket does not exist, belongs to another account, or its policy keeps IMS out. That you can read it yourself does not mean that IMS can: it reads with the rights of your account in this project.',
    remedy:
      'Check how the bucket is written and whose it is. Ask for the role Tenant Administrator for OBS, or let the bucket policy allow your account to list the bucket and read the file. Then import again; nothing else has to change.',
    field: 'imageFile',
  },
  'IMG.0072': {
    title: 'IMS does not take files of this format',
    cause:
      'IMS decides by the name and by the content, and here they differ or name a format it does not know. It takes VHD, VMDK, QCOW2, RAW, VHDX, QCOW, VDI, QED, ZVHD and ZVHD2; quick import only RAW and ZVHD2; ISO only as an ISO installer.',
    remedy:
      'Run "qemu-img info" on the file and give it the extension of its real format. Unpack archives. Anything else turns into QCOW2 with "qemu-img convert -O qcow2 in out.qcow2".',
    field: 'imageFile',
  },
  'IMG.0109': {
    title: 'The bucket in the address has a character that no bucket has',
    cause: 'Buckets are named with small letters, digits, dots and hyphens, 3 to 63 of them.',
    remedy: 'Copy the name of the bucket from OBS. The address is bucket:key.',
    field: 'imageFile',
  },
  'IMG.0121': {
    title: 'No file has this key in the bucket',
    cause:
      'The key is written differently (capitals and folders count), the file was moved or deleted, or its upload has not finished: parts that were not completed are not a file yet.',
    remedy: 'Look the key up in the bucket and enter all of it, folders included: bucket:folder/file.qcow2.',
    field: 'imageFile',
  },
  'IMG.0123': {
    title: 'The same image file was named twice',
    cause: 'Another disk of this request, or an import that still runs, uses this address.',
    remedy: 'Look at the running jobs first. If the file is being imported already, wait for that job.',
    field: 'imageFile',
  },
  'IMG.0175': {
    title: 'The folder or file name has a blank in it',
    cause: 'IMS takes no blanks anywhere in the key, folders included.',
    remedy:
      'Copy the file in the bucket to a key without blanks, for example with hyphens, and enter that one.',
    field: 'imageFile',
  },
  'IMG.1075': {
    title: 'IMS could not register the file',
    cause:
      'IMS does not say why. The usual causes, the most frequent first:\n1. the minimum disk is smaller than the disk inside the file\n2. the content is not what the name says, or is packed (gz, xz, zip, OVA)\n3. the file needs another one: a snapshot, a backing file, a VMDK descriptor without its data\n4. the upload is cut off or damaged\n5. the disk is encrypted\n6. it uses a feature newer than the converter of IMS, such as QCOW2 with zstd.',
    remedy:
      'Run "qemu-img info" on the file: compare its virtual size with the minimum disk, and look for a backing file or encryption. Run "qemu-img check" for damage, and compare the size in the bucket with the size on your disk. Where all that is fine, "qemu-img convert -O qcow2 in out.qcow2" makes a plain single file: upload it and import again.',
  },
}
