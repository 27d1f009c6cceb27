import type { LeftOut } from './left-out'

/**
 * A sentence or two for each thing of an image that its import does not begin with.
 * @param isElsewhere the image is of another region
 */
export function leftOutWords(left: LeftOut, isElsewhere: boolean): string[] {
  const { osVersion, osType, kmsKeyId, enterpriseProjectId } = left
  const there = isElsewhere ? ' there' : ''
  return [
    ...(osVersion === undefined
      ? []
      : [
          `Its operating system is called ${osVersion}${there}, a name that is not on the list. Choose one that is, unless the file has filled it in.`,
        ]),
    ...(osType === undefined
      ? []
      : [
          `Its OS type is ${osType}${there}. A data disk is imported for Linux or Windows alone: check which.`,
        ]),
    ...(kmsKeyId === undefined
      ? []
      : [
          isElsewhere
            ? 'It is encrypted there, and a key is of one region. Enter a key of this one under Advanced, or the new image is not encrypted.'
            : `It is encrypted with a key that cannot be filled in, ${kmsKeyId}. Without a key under Advanced the new image is not encrypted.`,
        ]),
    ...(enterpriseProjectId === undefined
      ? []
      : [
          isElsewhere
            ? 'Its enterprise project is not filled in: another region may belong to another account. Without one the new image belongs to the default one.'
            : 'Its enterprise project is not filled in. Without one the new image belongs to the default one.',
        ]),
  ]
}
