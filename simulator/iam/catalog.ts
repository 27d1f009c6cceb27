import { hexId } from '../chance.ts'
import type { World } from '../world.ts'

/** The catalogue, naming the addresses the simulator listens on (iam.md 1). */
export function catalog(world: World) {
  const { region: here } = world.options
  const entry = (type: string, name: string, region: string, url: string) => ({
    type,
    name,
    id: hexId('service', type),
    endpoints: [{ id: hexId('endpoint', type), interface: 'public', region, region_id: region, url }],
  })
  return [
    entry('image', 'glance', here, world.addresses.ims),
    entry('object', 'objectstorage', here, world.addresses.obs),
    // Global services have the region "*".
    entry('identity', 'keystone', '*', `${world.addresses.iam}/v3`),
  ]
}
