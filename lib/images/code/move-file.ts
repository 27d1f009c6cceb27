import { EXPORT_GB_MAX, PLAIN_COPY_GB_MAX } from '../../cloud/rules.ts'
import { command, shellWord } from './quoting.ts'

type Place = {
  /** Of the catalogue: two clouds may share a region's name. */
  regionId: string
  regionName: string
  obsUrl: string | null
  bucket: string
  key: string
}

const GIB = 2 ** 30

/**
 * A command that moves an exported file from one region's OBS to another's without keeping it in between, by AWS's own
 * command line tool. OBS takes none of the checksums that the tool adds by itself (obs.md 1). The size it is told
 * decides the size of the parts, of which there are at most 10,000: the most that an export makes.
 */
export function moveFileCommand(from: Place, to: Place, isQuick: boolean): string {
  const expectedBytes = (isQuick ? EXPORT_GB_MAX : PLAIN_COPY_GB_MAX) * GIB
  return [
    'export AWS_REQUEST_CHECKSUM_CALCULATION=when_required AWS_RESPONSE_CHECKSUM_VALIDATION=when_required',
    command(
      `aws ${at(from)} s3 cp ${address(from)} -`,
      `| aws ${at(to)} s3 cp --expected-size ${expectedBytes} - ${address(to)}`,
    ),
  ].join('\n')
}

/** The keys of each region stand in a profile of its own. */
function at({ regionId, regionName, obsUrl }: Place): string {
  const endpoint = obsUrl ?? `OBS-ADDRESS-OF-${regionId}`
  return `--profile ${shellWord(regionId)} --region ${shellWord(regionName)} --endpoint-url ${shellWord(endpoint)}`
}

const address = ({ bucket, key }: Place) => shellWord(`s3://${bucket}/${key}`)
