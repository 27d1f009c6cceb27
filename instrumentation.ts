/** Next calls this once, at boot. An error here would leave a process that answers 500 to everything: start() ends it instead. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { start } = await import('./lib/start')
    await start()
  }
}
