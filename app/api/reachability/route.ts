import { asUser, json } from '@/app/api/answer'
import { reach } from '@/lib/cloud/reachability'
import { pageImageApi } from '@/lib/session/image-api'

/** Which services of the session's region answer, how fast, and what their clocks say (lib/cloud/reachability-view.ts). */
export function GET(request: Request) {
  return asUser(async (session) => {
    const { region, imsUrl, obsUrl } = session
    const images =
      (await pageImageApi(session)) === 'ims'
        ? [reach('IMS', imsUrl), reach('OBS', obsUrl)]
        : [reach('Glance', imsUrl)]
    const services = await Promise.all([reach('IAM', region.iamUrl), ...images])
    return json(request, { services })
  })
}
