/** Whose images a list holds: the project's own, those shared to it by what it said to them, and the cloud's public ones. */
export const IMAGE_SCOPES = ['own', 'pending', 'accepted', 'rejected', 'public'] as const
export type ImageScope = (typeof IMAGE_SCOPES)[number]

/** IMS's default, and as much as it is known to give at once (ims.md 5). */
export const IMAGE_PAGE_MAX = 500
