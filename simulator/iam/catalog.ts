import { hexId } from '../chance.ts'
import type { World } from '../world.ts'
import { REGION } from './accounts.ts'

/** The catalogue, naming the addresses the simulator listens on (iam.md 1). */
export function catalog(world: World) {
  const entry = (type: string, name: string, region: string, url: string) => ({
    type,
    name,
    id: hexId('service', type),
    endpoints: [{ id: hexId('endpoint', type), interface: 'public', region, region_id: region, url }],
  })
  return [
    entry('image', 'glance', REGION, world.addresses.ims),
    entry('object', 'objectstorage', REGION, world.addresses.obs),
    // Global services have the region "*".
    entry('identity', 'keystone', '*', `${world.addresses.iam}/v3`),
  ]
}
