/** Text as other languages write it, so that no name of an image can become part of a command. */

const PLAIN_WORD = /^[A-Za-z0-9_./:@%+,][A-Za-z0-9_./:@%+,=-]*$/

/** One word of a POSIX shell; it may still begin with a hyphen, which `option` sees to. */
export function shellWord(text: string): string {
  return PLAIN_WORD.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}

/** `--name value`; joined by = where the value would be read as an option. */
export function option(name: string, value: string): string {
  return value.startsWith('-') || value === '' ? `${name}=${shellWord(value)}` : `${name} ${shellWord(value)}`
}

/**
 * A string of HCL: Terraform would otherwise evaluate ${ and %{. Doubling keeps it from that, but not behind another of
 * the two, where the doubled pair is read apart: there they are written by their code.
 */
export function hclText(text: string): string {
  return JSON.stringify(text)
    .replace(/\\([bf])/g, (_, letter: string) => (letter === 'b' ? '\\u0008' : '\\u000c'))
    .replace(/([$%]+)\{/g, (_, signs: string) =>
      signs.length === 1 ? `${signs}${signs}{` : `${[...signs].map(byCode).join('')}{`,
    )
}

const byCode = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`

/** What JSON leaves as it is, but YAML reads as a line break or refuses (YAML 1.1, 5.1 and 5.4). */
const ODD_TO_YAML = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

/** A string of YAML for Ansible, which would otherwise evaluate what looks like its templates. */
export function ansibleText(text: string): string {
  const written = JSON.stringify(text).replace(ODD_TO_YAML, byCode)
  return /\{[{%#]/.test(text) ? `!unsafe ${written}` : written
}

/** Lines of one shell command. */
export const command = (...lines: (string | null)[]): string =>
  lines.filter((line) => line !== null).join(' \\\n  ')
