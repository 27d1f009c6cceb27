/** Tabs of one browser share a session: what one does to it, the others ask the server about. */

const NAME = 'slipway-session'

export function tellOtherTabs(): void {
  const channel = new BroadcastChannel(NAME)
  channel.postMessage('changed')
  channel.close()
}

export function onOtherTab(changed: () => void): () => void {
  const channel = new BroadcastChannel(NAME)
  channel.onmessage = changed
  return () => channel.close()
}
