import { asUser, json } from '@/app/api/answer'
import { otherRegions, type Region } from '@/lib/config/regions'
import type { RegionsView, RegionView } from '@/lib/config/regions-view'

/** Regions to bring an image to: those that have IMS, as far as the catalogue says. */
export function GET(request: Request) {
  return asUser(async ({ region, obsUrl }) => {
    const regions: RegionsView = {
      here: { ...toView(region), obsUrl },
      others: otherRegions(region.id)
        .filter(({ imageApi }) => imageApi !== 'glance')
        .map(toView),
    }
    return json(request, regions)
  })
}

function toView({ id, name, title, obsUrl }: Region): RegionView {
  return { id, name, title, obsUrl }
}
