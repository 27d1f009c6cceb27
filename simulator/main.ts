import { DOMAIN, TOTP_SECRET } from './iam/accounts.ts'
import { optionsFrom } from './options.ts'
import { startSimulator } from './start.ts'

function giveUp(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

const parsed = optionsFrom(process.env)
if (!parsed.ok) giveUp(parsed.sentence)
const { options } = parsed

const starting = startSimulator(options).catch((error: unknown) =>
  giveUp(error instanceof Error ? error.message : String(error)),
)

// Before anything is printed: who reads the first line may end the process at once.
let isEnding = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (isEnding) return
    isEnding = true
    void starting.then((simulator) => simulator.close()).then(() => process.exit(0))
  })
}

const simulator = await starting
console.log(`Simulator of Open Telekom Cloud, region ${options.region}
  IAM   ${simulator.iamUrl}/v3
  IMS   ${simulator.imsUrl}
  OBS   ${simulator.obsUrl}   keys ${options.accessKey} / ${options.secretKey}
  Jobs run at speed ${options.speed}. Buckets lie in ${simulator.dataFolder}
  Sign in: domain ${DOMAIN.name}, user demo, password demo-password, project ${options.region}_demo
  User mfa needs a code of the TOTP secret ${TOTP_SECRET}
  Controls: ${simulator.iamUrl}/_sim (docs/simulator.md)`)
