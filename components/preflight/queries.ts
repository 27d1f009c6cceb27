import { queryOptions } from '@tanstack/react-query'
import { getJson } from '@/components/shell/request'
import { paths } from '@/lib/navigation'
import { type PreflightView, preflightView } from '@/lib/preflight/view'

export const PREFLIGHT_KEY = 'preflight'

/**
 * What is known of a file in a bucket. Asked again whenever a form opens or the person comes back to it, which is
 * cheap: the server looks whether the object is still the same version, and reads its bytes anew only when it is not,
 * or when `fresh` asks for it.
 */
export const preflightQuery = (address: string, { fresh = false } = {}) =>
  queryOptions({
    queryKey: [PREFLIGHT_KEY, address],
    queryFn: ({ signal }): Promise<PreflightView> =>
      getJson(paths.api.inspection(address, fresh), preflightView, signal),
    // The server has tried for long enough by the time it says so, and the panel offers to check again.
    retry: false,
    meta: { isQuiet: true },
  })
