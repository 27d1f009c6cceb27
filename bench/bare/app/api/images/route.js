/** One page of the cloud's list, passed on as it came. */
export async function GET(request) {
  const { searchParams } = new URL(request.url)
  const upstream = await fetch(`${process.env.BENCH_LIST}&limit=500&marker=${searchParams.get('marker')}`, {
    headers: { 'x-auth-token': process.env.BENCH_TOKEN },
  })
  return new Response(upstream.body, { headers: { 'content-type': 'application/json' } })
}
