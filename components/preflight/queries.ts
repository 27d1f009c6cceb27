import { queryOptions } from '@tanstack/react-query'
import { getJson } from '@/components/shell/request'
import { paths } from '@/lib/navigation'
import { type PreflightView, preflightView } from '@/lib/preflight/view'

/** Coming back to the page after longer than this looks whether the file is still the same. */
const FRESH_MS = 60_000

export const PREFLIGHT_KEY = 'preflight'

/**
 * What is known of a file in a bucket. Asking again is cheap: the server looks whether the object is still the same
 * version, and reads its bytes anew only when it is not, or when `fresh` asks for it.
 */
export const preflightQuery = (address: string, { fresh = false } = {}) =>
  queryOptions({
    queryKey: [PREFLIGHT_KEY, address],
    queryFn: ({ signal }): Promise<PreflightView> =>
      getJson(paths.api.inspection(address, fresh), preflightView, signal),
    staleTime: FRESH_MS,
    // The server has tried for long enough by the time it says so, and the panel offers to check again.
    retry: false,
  })
