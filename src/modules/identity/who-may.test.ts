import { expect, test } from 'vitest'
import type { OrganisationKind } from '#src/modules/organisations/contract.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import type { Result } from '#src/platform/result.ts'
import { withDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import type { Actor } from './actor.ts'
import { closeToAdviser } from './advisers/close-to-adviser.ts'
import { openToAdviser } from './advisers/open-to-adviser.ts'
import { mayReadAudit } from './audit/policy.ts'
import { ROLES, type Role, SITE_ROLES } from './contract.ts'
import { type AskToJoin, askToJoin } from './joining/ask-to-join.ts'
import { changeRole } from './joining/change-role.ts'
import { approveMembership, refuseMembership } from './joining/decide-membership.ts'
import { endMembership } from './joining/end-membership.ts'
import { giveSiteRole } from './joining/give-site-role.ts'
import { handOver } from './joining/hand-over.ts'
import { giveMandate } from './mandates/give-mandate.ts'
import { withdrawMandate } from './mandates/withdraw-mandate.ts'
import { membershipsOf } from './memberships-repository.ts'
import { askForRemoval } from './privacy/ask-for-removal.ts'
import { decideRemoval } from './privacy/decide-removal.ts'
import { makeApiToken } from './tokens/make-api-token.ts'
import { revokeApiToken } from './tokens/revoke-api-token.ts'

const at = new Date('2026-11-22T12:00:00Z')
const now = () => at
const day = (text: string) => Temporal.PlainDate.from(text)
const NOTHING = { title: null, delegation: null, independent: false, endsOn: null }

/** Where somebody with each role tries everything: a municipality that has a coordinator, and what belongs to it. */
async function aScene(db: Database) {
  const one = (name: string, kind: OrganisationKind) =>
    ensureOrganisation(db, { name: `${name} ${newId()}`, organisasjonsnummer: null, kind })
  const voss = await one('Voss', 'municipality')
  const empty = await one('Bø', 'municipality')
  const firm = await one('Trygg', 'supplier')
  const body = await one('Innkjøp', 'purchasing-cooperative')
  const leader = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
  await aPerson(db, { roles: ['administrator'], at })
  const colleague = await aPerson(db, { organisation: voss, roles: ['reader'], at })
  const adviser = await aPerson(db, { organisation: body, roles: ['adviser'], at })
  return { voss, empty, firm, body, leader, colleague, adviser }
}
type Scene = Awaited<ReturnType<typeof aScene>>
type Try = (db: Database, actor: Actor, scene: Scene) => Promise<Result<unknown, { kind: string }>>

async function asked(db: Database, organisation: AskToJoin['organisation'], role: Role) {
  const person = await aPerson(db, { at })
  const ask = { ...NOTHING, organisation, role, title: 'Sjef', message: null }
  const made = await askToJoin({ db, now }, person, ask)
  if (!made.ok) throw new Error(made.failure.kind)
  return made.value
}

async function roleOf(db: Database, person: Actor) {
  const [held] = await membershipsOf(db, { person: person.personId, on: '2026-11-22' })
  if (!held) throw new Error('There is a role')
  return held.id as Parameters<typeof endMembership>[2]['membership']
}

const reason = 'Fordi'
const mandate = { startsOn: day('2026-11-22'), endsOn: null, decision: 'Sak 1/26' }
const opening = { scope: 'drafts', purpose: 'Råd', endsOn: day('2027-01-01') }

/** Everything that can be done, and the only roles that may; everybody else is refused. */
const WHO_MAY: Readonly<Record<string, { readonly may: readonly Role[]; readonly try: Try }>> = {
  'approve who asks to write': {
    may: ['coordinator'],
    try: async (db, actor, { voss }) =>
      approveMembership({ db, now }, actor, { membership: await asked(db, voss, 'contributor') }),
  },
  'refuse who asks to write': {
    may: ['coordinator'],
    try: async (db, actor, { voss }) =>
      refuseMembership({ db, now }, actor, { membership: await asked(db, voss, 'contributor'), reason }),
  },
  'approve one more coordinator': {
    may: ['coordinator'],
    try: async (db, actor, { voss }) =>
      approveMembership({ db, now }, actor, { membership: await asked(db, voss, 'coordinator') }),
  },
  'approve the first coordinator of another': {
    may: ['administrator'],
    try: async (db, actor, { empty }) =>
      approveMembership({ db, now }, actor, { membership: await asked(db, empty, 'coordinator') }),
  },
  'approve a reader of another that has no coordinator': {
    may: [],
    try: async (db, actor, { empty }) =>
      approveMembership({ db, now }, actor, { membership: await asked(db, empty, 'reader') }),
  },
  'approve the first of a supplier': {
    may: ['administrator', 'curator'],
    try: async (db, actor, { firm }) =>
      approveMembership({ db, now }, actor, { membership: await asked(db, firm, 'supplier') }),
  },
  'change a role': {
    may: ['coordinator'],
    try: async (db, actor, { colleague }) =>
      changeRole({ db, now }, actor, {
        ...NOTHING,
        membership: await roleOf(db, colleague),
        role: 'contributor',
      }),
  },
  'end a role': {
    may: ['coordinator'],
    try: async (db, actor, { colleague }) =>
      endMembership({ db, now }, actor, { membership: await roleOf(db, colleague), reason }),
  },
  'hand over': {
    may: ['coordinator'],
    try: (db, actor, { colleague }) =>
      handOver({ db, now }, actor, { to: colleague.personId, title: 'Leiar', delegation: null }),
  },
  'give a mandate': {
    may: ['coordinator'],
    try: (db, actor, { body }) => giveMandate({ db, now }, actor, { ...mandate, body }),
  },
  'withdraw a mandate': {
    may: ['coordinator'],
    try: async (db, actor, { body, leader }) => {
      const given = await giveMandate({ db, now }, leader, { ...mandate, body })
      if (!given.ok) throw new Error(given.failure.kind)
      return withdrawMandate({ db, now }, actor, { mandate: given.value })
    },
  },
  'open to an adviser': {
    may: ['coordinator'],
    try: (db, actor, { adviser }) =>
      openToAdviser({ db, now }, actor, { ...opening, adviser: adviser.personId }),
  },
  'close to an adviser': {
    may: ['coordinator'],
    try: async (db, actor, { adviser, leader }) => {
      const opened = await openToAdviser({ db, now }, leader, { ...opening, adviser: adviser.personId })
      if (!opened.ok) throw new Error(opened.failure.kind)
      return closeToAdviser({ db, now }, actor, { access: opened.value })
    },
  },
  "revoke a colleague's key": {
    may: ['coordinator'],
    try: async (db, actor, { colleague }) => {
      const made = await makeApiToken({ db, now }, colleague, { name: 'x', scopes: ['read'], days: 1 })
      if (!made.ok) throw new Error(made.failure.kind)
      return revokeApiToken({ db, now }, actor, { token: made.value.id })
    },
  },
  'give a role of the platform': {
    may: ['administrator'],
    try: (db, actor, { colleague }) =>
      giveSiteRole({ db, now }, actor, { person: colleague.personId, role: 'curator' }),
  },
  'answer a wish for removal': {
    may: ['curator'],
    try: async (db, actor) => {
      const wish = await askForRemoval({ db, now }, { page: '/', wish: 'bort', email: null, language: 'nb' })
      if (!wish.ok) throw new Error(wish.failure.kind)
      return decideRemoval({ db, now }, actor, { request: wish.value.id, outcome: 'kept', answer: 'Nei' })
    },
  },
  "read the organisation's log": {
    may: ['coordinator'],
    try: async (_, actor, { voss }) => allowed(mayReadAudit(actor, { organisation: voss })),
  },
  "read the catalogue's log": {
    may: ['curator'],
    try: async (_, actor) => allowed(mayReadAudit(actor, { of: 'catalogue' })),
  },
}

function allowed(is: boolean): Result<null, { kind: string }> {
  return is ? { ok: true, value: null } : { ok: false, failure: { kind: 'no' } }
}

const site: readonly Role[] = SITE_ROLES

test.each(Object.keys(WHO_MAY))('to %s takes one of the roles that may', (what) =>
  withDatabase(async (db) => {
    const may: Role[] = []
    for (const role of ROLES) {
      const scene = await aScene(db)
      const actor = await aPerson(db, {
        organisation: site.includes(role) ? null : scene.voss,
        roles: [role],
        at,
      })
      const done = await WHO_MAY[what]?.try(db, actor, scene)
      if (done?.ok) may.push(role)
    }
    expect(may.toSorted()).toEqual([...(WHO_MAY[what]?.may ?? [])].toSorted())
  }),
)

test.each(Object.keys(WHO_MAY))('to %s is not for those of another organisation, nor for nobody', (what) =>
  withDatabase(async (db) => {
    const elsewhere = await ensureOrganisation(db, {
      name: 'Os kommune',
      organisasjonsnummer: null,
      kind: 'municipality',
    })
    const strangers = [
      await aPerson(db, { organisation: elsewhere, roles: ['coordinator', 'contributor', 'consultant'], at }),
      await aPerson(db, { at }),
    ]
    for (const stranger of strangers) {
      const scene = await aScene(db)
      const done = await WHO_MAY[what]?.try(db, stranger, scene)
      const ownMatter =
        ['give a mandate', 'open to an adviser'].includes(what) && stranger.organisation !== null
      expect(done?.ok, what).toBe(ownMatter)
    }
  }),
)
