/** The tabs of one browser tell each other who is in. Where there is no such channel, each of them keeps watch for itself. */
export type Tabs = { readonly say: (owner: string) => void; readonly leave: () => void }

/** Whoever is in, in any tab, is shown out. */
export function emptyTabs(): void {
  const tabs = joinTabs(() => undefined)
  tabs.say('')
  tabs.leave()
}

export function joinTabs(hear: (owner: string) => void): Tabs {
  if (!('BroadcastChannel' in globalThis)) return { say: () => undefined, leave: () => undefined }
  const channel = new BroadcastChannel('peil-inside')
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') hear(data)
  }
  return {
    say: (owner) => {
      channel.postMessage(owner)
    },
    leave: () => {
      channel.close()
    },
  }
}
