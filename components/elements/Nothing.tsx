/** A value that is missing; what is not known says "not known" instead. */
export function Nothing() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">none</span>
    </>
  )
}
