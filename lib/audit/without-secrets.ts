const SECRET = /pass(word|wd|phrase)|secret|token|credential|authorization|cookie|private.?key/i

/** The same without members whose names speak of secrets: the last net, for whoever records more than they should. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      SECRET.test(name) ? '(left out)' : withoutSecrets(member),
    ]),
  )
}
