/** Blocks of HCL, the language of Terraform, laid out as terraform fmt does. */
import { hclText } from './quoting.ts'

type Pairs = readonly (readonly [name: string, value: string])[]

export const block = (word: 'data' | 'resource', type: string, label: string, values: Pairs) =>
  [`${word} "${type}" "${label}" {`, ...aligned(values), '}'].join('\n')

/** Arguments with their equals signs under each other. */
export function aligned(values: Pairs): string[] {
  const width = Math.max(...values.map(([name]) => name.length))
  return values.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`)
}

/** An argument whose value is a map of texts. */
export function textMap(name: string, entries: Pairs): string[] {
  if (entries.length === 0) return [`  ${name} = {}`]
  const lines = aligned(entries.map(([key, value]) => [hclText(key), hclText(value)]))
  return [`  ${name} = {`, ...lines.map((line) => `  ${line}`), '  }']
}

/** An argument whose value is a list of texts. */
export const textList = (name: string, texts: readonly string[]) => [
  `  ${name} = [${texts.map(hclText).join(', ')}]`,
]
