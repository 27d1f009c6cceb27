import { asUser, json } from '@/app/api/answer'
import { reach } from '@/lib/cloud/reachability'

/** Which services of the session's region answer, how fast, and what their clocks say (lib/cloud/reachability-view.ts). */
export function GET(request: Request) {
  return asUser(async ({ region, imsUrl, obsUrl }) => {
    const services = await Promise.all([
      reach('IAM', region.iamUrl),
      reach('IMS', imsUrl),
      reach('OBS', obsUrl),
    ])
    return json(request, { services })
  })
}
