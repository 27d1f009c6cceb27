/** With curl. `$TOKEN` stands for a token of the project; a real one is never written. */
import { type Call, callsFor } from './calls.ts'
import { command, shellWord } from './quoting.ts'
import { baseName, type Code, type CodeAct, type CodeSubject, NO_SERVER } from './subject.ts'

export function curl(act: CodeAct, subject: CodeSubject): Code {
  if (act === 'server') return making(subject)
  const made = callsFor(act, subject)
  if ('why' in made) return made
  return { code: made.calls.map(curlOf).join('\n\n'), note: made.note }
}

export function curlOf({
  method,
  url,
  contentType,
  json,
}: Pick<Call, 'method' | 'url' | 'contentType' | 'json'>) {
  return command(
    method === 'GET' ? 'curl -sS' : `curl -sS -X ${method}`,
    '-H "X-Auth-Token: $TOKEN"',
    contentType === null ? null : `-H 'Content-Type: ${contentType}'`,
    json === null ? null : `-d ${shellWord(JSON.stringify(json))}`,
    shellWord(url),
  )
}

/** Made by the compute or the block storage service, whose addresses stand in the token's catalogue. */
function making({ api, image: { id, kind, name, minDiskGb }, projectId }: CodeSubject): Code {
  if (kind === 'iso') return NO_SERVER
  const base = baseName(name)
  const size = minDiskGb ?? 40
  if (kind === 'data')
    return {
      code: post('"$EVS"/v3/', `${projectId}/volumes`, {
        volume: { name: `${base}-disk`, size, imageRef: id, availability_zone: 'YOUR-ZONE' },
      }),
      note: '$EVS is the address of the block storage service in this region.',
    }
  return api === 'ims'
    ? {
        code: post('"$ECS"/v1/', `${projectId}/cloudservers`, {
          server: {
            name: `${base}-test`,
            imageRef: id,
            flavorRef: 's3.large.2',
            vpcid: 'YOUR-VPC',
            nics: [{ subnet_id: 'YOUR-SUBNET' }],
            root_volume: { volumetype: 'SSD', size },
            availability_zone: 'YOUR-ZONE',
          },
        }),
        note: '$ECS is the address of the Elastic Cloud Server service in this region.',
      }
    : {
        code: post('"$NOVA"', '/servers', {
          server: {
            name: `${base}-test`,
            flavorRef: 'YOUR-FLAVOR-ID',
            networks: [{ uuid: 'YOUR-NETWORK' }],
            block_device_mapping_v2: [
              {
                uuid: id,
                source_type: 'image',
                destination_type: 'volume',
                volume_size: size,
                boot_index: 0,
              },
            ],
          },
        }),
        note: '$NOVA is the address of the compute service, version included.',
      }
}

const post = (variable: string, path: string, body: unknown) =>
  command(
    'curl -sS -X POST',
    '-H "X-Auth-Token: $TOKEN"',
    "-H 'Content-Type: application/json'",
    `-d ${shellWord(JSON.stringify(body))}`,
    `${variable}${path}`,
  )
