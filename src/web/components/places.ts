/** How many may do at once what costs something while it lasts: in all, and each client. */

export interface Places {
  /** Takes a place; answers how to leave it, or null when none is free. */
  take(client: string): (() => void) | null
  readonly taken: () => number
}

export function placesFor(most: { readonly all: number; readonly each: number }): Places {
  const byClient = new Map<string, number>()
  let all = 0
  return {
    taken: () => all,
    take(client) {
      const own = byClient.get(client) ?? 0
      if (all >= most.all || own >= most.each) return null
      all += 1
      byClient.set(client, own + 1)
      let left = false
      return () => {
        if (left) return
        left = true
        all -= 1
        const rest = (byClient.get(client) ?? 1) - 1
        if (rest > 0) byClient.set(client, rest)
        else byClient.delete(client)
      }
    },
  }
}
