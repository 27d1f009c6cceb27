/** A failure a person can mend. Its message is the whole story, so it is shown without a stack trace. */
export class Failure extends Error {
  override name = 'Failure'
}

/** Runs a script's body; whatever ends it early ends the process with exit code 1. */
export async function runScript(body: () => Promise<void>): Promise<void> {
  try {
    await body()
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error)
    process.exit(1)
  }
}
