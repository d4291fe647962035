import type { SignedIn } from '#src/modules/identity/index.ts'
import type { PersonView } from '#src/web/ui/person-menu.tsx'

/** What every page shows of the one who is signed in. */
export function personView({ actor, choices }: SignedIn, unread: number): PersonView {
  return {
    unread,
    name: actor.name,
    organisation: actor.organisationName,
    roles: [...actor.roles],
    mayChange: choices.length > 1 || (choices.length === 1 && actor.organisation === null),
  }
}
