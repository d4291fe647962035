import { TOKEN_SCOPES } from '#src/modules/identity/contract.ts'
import type { TokenView } from '#src/web/present/token-view.ts'
import type { Typed } from '#src/web/read-form.ts'
import { CheckGroup, type FieldErrors, SelectField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'

type Made = { readonly name: string; readonly secret: string; readonly expiresAt: Date }

/** Shown once: who needs it again makes another. */
export function MadeToken({ name, secret, expiresAt }: Made) {
  const { t, date } = useMessages()
  return (
    <section className="box" data-color="mose" role="status">
      <h2>{t('people.tokens.made', { name })}</h2>
      <p>{t('people.tokens.made.once')}</p>
      <p>
        <code className="secret">{secret}</code>
      </p>
      <p className="small">{t('people.tokens.until', { day: date(expiresAt) })}</p>
    </section>
  )
}

export function TokenList({ title, tokens }: { title: string; tokens: readonly TokenView[] }) {
  const { t } = useMessages()
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {tokens.length === 0 ? (
        <p>{t('people.tokens.none')}</p>
      ) : (
        <ul className="plain-list lines">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
    </section>
  )
}

const COLOURS = { live: 'mose', expired: 'neutral', revoked: 'neutral' } as const

function TokenRow({ token }: { token: TokenView }) {
  const { t, date, list } = useMessages()
  const { name, organisation, scopes, state, createdAt, expiresAt, usedAt } = token
  const facts = [
    organisation,
    list(scopes.map((scope) => t(`people.tokens.scope.${scope}`).toLowerCase())),
    t('people.tokens.madeOn', { day: date(createdAt) }),
    t('people.tokens.until', { day: date(expiresAt) }),
    usedAt ? t('people.tokens.used', { day: date(usedAt) }) : t('people.tokens.neverUsed'),
  ]
  const action = useAddress('apiTokens')
  return (
    <li className="session">
      <div>
        <strong>{name}</strong>{' '}
        <span className="ds-tag" data-color={COLOURS[state]}>
          {t(`people.tokens.state.${state}`)}
        </span>
        <p className="small quiet">{facts.join(' · ')}</p>
      </div>
      {state === 'live' && (
        <form method="post" action={action}>
          <button
            className="ds-button"
            data-variant="secondary"
            type="submit"
            name="revoke"
            value={token.id}
            aria-label={t('people.tokens.revoke.named', { name })}
          >
            {t('people.tokens.revoke')}
          </button>
        </form>
      )}
    </li>
  )
}

const LENGTHS = ['30', '90', '180', '365'] as const

export function TokenForm({
  organisation,
  typed,
  errors,
}: {
  organisation: string
  typed: Typed
  errors: FieldErrors
}) {
  const { t } = useMessages()
  return (
    <section aria-labelledby="ny">
      <h2 id="ny">{t('people.tokens.new')}</h2>
      <p>{t('people.tokens.new.for', { organisation })}</p>
      <form method="post" action={useAddress('apiTokens')} className="form-stack">
        <TextField
          name="name"
          label={t('people.tokens.name')}
          help={t('people.tokens.name.help')}
          value={typed.name}
          error={errors.name}
          maxLength={100}
          short
        />
        <CheckGroup
          name="scopes"
          label={t('people.tokens.scopes')}
          values={(typed.scopes ?? 'read').split(' ')}
          error={errors.scopes}
          choices={TOKEN_SCOPES.map((scope) => ({
            value: scope,
            text: t(`people.tokens.scope.${scope}`),
            help: t(`people.tokens.scope.${scope}.means`),
          }))}
        />
        <SelectField
          name="days"
          label={t('people.tokens.days')}
          value={typed.days ?? '90'}
          error={errors.days}
          choices={LENGTHS.map((days) => ({
            value: days,
            text: t('people.tokens.days.count', { count: Number(days) }),
          }))}
        />
        <p>
          <button className="ds-button" type="submit" data-color="kobber">
            {t('people.tokens.new.button')}
          </button>
        </p>
      </form>
    </section>
  )
}
