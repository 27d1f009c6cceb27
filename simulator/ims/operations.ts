export type Operation = readonly [method: string, template: string, name: string]

/** Calls of IMS that the contract knows and the simulator leaves out: they answer 501 naming themselves. */
export const NOT_SIMULATED: readonly Operation[] = [
  ['POST', '/v2/images', 'creating image metadata (native)'],
  ['PUT', '/v2/images/{image_id}/file', 'uploading an image (native)'],
  ['PUT', '/v1/cloudimages/{image_id}/upload', 'registering an image file'],
  ['POST', '/v1/cloudimages/wholeimages/action', 'creating a full-ECS image'],
]
