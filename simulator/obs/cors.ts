import type { CorsRule } from '../records.ts'
import { element } from './xml.ts'
import { childrenNamed, readXml, textOf, type XmlElement } from './xml-reader.ts'

const RULES_MAX = 100
export const CORS_MAX_BYTES = 64 * 1024
const METHODS = ['GET', 'PUT', 'HEAD', 'POST', 'DELETE']
const MAX_AGE_SECONDS = 3000

/** Reads a CORSConfiguration (obs.md 3), or says which error it is. */
export function readRules(text: string): CorsRule[] | 'MalformedXML' | 'InvalidRequest' {
  const root = readXml(text)
  const elements = root ? childrenNamed(root, 'CORSRule') : []
  if (root?.name !== 'CORSConfiguration' || elements.length === 0) return 'MalformedXML'
  if (elements.length > RULES_MAX) return 'InvalidRequest'
  const rules = elements.map(ruleOf)
  return rules.every(isAllowedRule) ? rules : 'InvalidRequest'
}

function ruleOf(rule: XmlElement): CorsRule {
  const texts = (name: string) => childrenNamed(rule, name).map((child) => child.text.trim())
  const id = textOf(rule, 'ID')
  return {
    ...(id === undefined ? {} : { id }),
    origins: texts('AllowedOrigin'),
    methods: texts('AllowedMethod'),
    headers: texts('AllowedHeader'),
    exposed: texts('ExposeHeader'),
    maxAgeSeconds: Number(textOf(rule, 'MaxAgeSeconds') ?? MAX_AGE_SECONDS),
  }
}

function isAllowedRule(rule: CorsRule): boolean {
  const stars = (text: string) => text.split('*').length - 1
  return (
    rule.origins.length > 0 &&
    rule.methods.length > 0 &&
    rule.methods.every((method) => METHODS.includes(method)) &&
    [...rule.origins, ...rule.headers].every((text) => text !== '' && stars(text) <= 1) &&
    rule.exposed.every((text) => text !== '' && stars(text) === 0) &&
    Number.isInteger(rule.maxAgeSeconds) &&
    rule.maxAgeSeconds >= 0
  )
}

/** The rules as GET ?cors shows them. */
export function shownRules(rules: readonly CorsRule[]): string {
  const all = (name: string, values: readonly string[]) =>
    values.map((value) => element(name, value)).join('')
  return rules
    .map(
      (rule) =>
        `<CORSRule>${element('ID', rule.id)}${all('AllowedOrigin', rule.origins)}` +
        `${all('AllowedMethod', rule.methods)}${all('AllowedHeader', rule.headers)}` +
        `${all('ExposeHeader', rule.exposed)}${element('MaxAgeSeconds', rule.maxAgeSeconds)}</CORSRule>`,
    )
    .join('')
}

export type CrossOrigin = { origin: string; method: string; headers: readonly string[] }

/** The first rule that lets a page of that origin do it; headers in any case. */
export function fittingRule(rules: readonly CorsRule[], asked: CrossOrigin): CorsRule | undefined {
  return rules.find(
    (rule) =>
      rule.origins.some((pattern) => matches(pattern, asked.origin)) &&
      rule.methods.includes(asked.method) &&
      asked.headers.every((header) =>
        rule.headers.some((pattern) => matches(pattern.toLowerCase(), header.toLowerCase())),
      ),
  )
}

function matches(pattern: string, text: string): boolean {
  const star = pattern.indexOf('*')
  if (star < 0) return pattern === text
  const [start, end] = [pattern.slice(0, star), pattern.slice(star + 1)]
  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end)
}

/** What a browser is told on the answer to a call that a rule allows. */
export function allowingHeaders(rule: CorsRule, origin: string): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': rule.origins.includes('*') ? '*' : origin,
    'Access-Control-Allow-Methods': rule.methods.join(', '),
    ...(rule.exposed.length > 0 ? { 'Access-Control-Expose-Headers': rule.exposed.join(', ') } : {}),
    'Access-Control-Max-Age': String(rule.maxAgeSeconds),
    Vary: 'Origin',
  }
}
