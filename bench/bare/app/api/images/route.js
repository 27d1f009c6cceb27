/** One page of the cloud's list, passed on as it came. */
export async function GET(request) {
  const marker = new URL(request.url).searchParams.get('marker')
  // Glance refuses an empty one.
  const after = marker ? `&marker=${marker}` : ''
  const upstream = await fetch(`${process.env.BENCH_LIST}&limit=500${after}`, {
    headers: { 'x-auth-token': process.env.BENCH_TOKEN },
  })
  return new Response(upstream.body, { headers: { 'content-type': 'application/json' } })
}
