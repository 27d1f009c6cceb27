import type { BrowserContext, ConsoleMessage } from '@playwright/test'

/** What goes wrong in a page without changing what it shows; every test fails on it. */
export type PageProblems = {
  /**
   * Declares that requests to matching addresses may be answered with an error, because the test asks for one:
   * Chromium reports each to the console.
   */
  allowFailedRequest: (address: RegExp) => void
  found: () => string[]
}

const FAILED_REQUEST = 'Failed to load resource'
/** These come as warnings, too. */
const NEVER_FINE = /Content.Security.Policy|hydrat/i

/** Watches all pages of the context, also those opened later. */
export function watchForProblems(context: BrowserContext): PageProblems {
  const allowed: RegExp[] = []
  const failedRequests: { address: string; problem: string }[] = []
  const problems: string[] = []

  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`))
  context.on('console', (message) => {
    if (!isProblem(message)) return
    const address = message.location().url
    const problem = `console ${message.type()}: ${message.text()} (${address})`
    if (message.text().startsWith(FAILED_REQUEST)) failedRequests.push({ address, problem })
    else problems.push(problem)
  })

  return {
    allowFailedRequest: (address) => allowed.push(address),
    found: () => [
      ...problems,
      ...failedRequests
        .filter(({ address }) => !allowed.some((pattern) => pattern.test(address)))
        .map(({ problem }) => problem),
    ],
  }
}

function isProblem(message: ConsoleMessage): boolean {
  return message.type() === 'error' || NEVER_FINE.test(message.text())
}
