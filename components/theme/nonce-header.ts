/** The request header by which proxy.ts hands the policy's nonce to the root layout. */
export const NONCE_HEADER = 'x-nonce'
