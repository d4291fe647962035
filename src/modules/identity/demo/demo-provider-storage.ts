import type { Adapter, AdapterPayload } from 'oidc-provider'

type Entry = { readonly payload: AdapterPayload; readonly until: number }

/** What the demo provider remembers of one kind, in memory and for as long as it says: a demonstration keeps nothing. */
export function demoProviderStorage(): Adapter {
  const entries = new Map<string, Entry>()
  const isThere = ({ until }: Entry) => until > Date.now()
  const findWhere = (matches: (payload: AdapterPayload) => boolean) =>
    [...entries.values()].find((entry) => isThere(entry) && matches(entry.payload))?.payload
  return {
    upsert: async (id, payload, expiresIn) => {
      for (const [old, entry] of entries) if (!isThere(entry)) entries.delete(old)
      entries.set(id, { payload, until: expiresIn ? Date.now() + expiresIn * 1000 : Infinity })
    },
    find: async (id) => {
      const entry = entries.get(id)
      return entry && isThere(entry) ? entry.payload : undefined
    },
    findByUid: async (uid) => findWhere((payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findWhere((payload) => payload.userCode === userCode),
    consume: async (id) => {
      const entry = entries.get(id)
      if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000)
    },
    destroy: async (id) => {
      entries.delete(id)
    },
    revokeByGrantId: async (grantId) => {
      for (const [id, { payload }] of entries) if (payload.grantId === grantId) entries.delete(id)
    },
  }
}
