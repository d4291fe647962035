import type { Role } from '#src/modules/identity/contract.ts'
import { FactList } from './facts.tsx'
import { type FieldErrors, TextAreaField } from './fields.tsx'
import { useMessages } from './messages.ts'

export type AskView = {
  readonly name: string
  readonly email: string | null
  readonly role: Role
  readonly organisation: string | null
  readonly claimedNumber: string | null
  readonly message: string | null
  readonly title: string | null
  readonly delegation: string | null
  readonly independenceOn: string | null
  readonly endsOn: string | null
  readonly since: Date
}

type Props = {
  readonly ask: AskView
  /** Whether the address is of the same domain as those of the coordinators. */
  readonly fit: 'same' | 'other' | 'unknown'
  readonly action: string
  readonly typed: Readonly<Record<string, string>>
  readonly errors: FieldErrors
  readonly isMe: boolean
}

/** Somebody asks for a role: what is known, and yes or no. */
export function AskPanel({ ask, fit, action, typed, errors, isMe }: Props) {
  const { t, date } = useMessages()
  const facts = [
    { name: t('people.ask.role'), value: t(`identity.role.${ask.role}`) },
    { name: t('people.ask.where'), value: whereOf(ask) },
    { name: t('people.ask.email'), value: ask.email ?? t('people.ask.email.none') },
    ask.title ? { name: t('people.role.title'), value: ask.title } : null,
    ask.delegation ? { name: t('people.role.delegation'), value: ask.delegation } : null,
    ask.independenceOn ? { name: t('people.ask.independent'), value: date(ask.independenceOn) } : null,
    ask.endsOn ? { name: t('people.role.endsOn'), value: date(ask.endsOn) } : null,
    { name: t('people.ask.asked'), value: date(ask.since) },
    ask.message
      ? { name: t('people.ask.message'), value: <span className="as-written">{ask.message}</span> }
      : null,
  ]
  return (
    <>
      <FactList facts={facts} />
      {fit !== 'unknown' && (
        <p className="box" data-color={fit === 'same' ? 'mose' : 'korn'}>
          {t(`people.ask.domain.${fit}`)}
        </p>
      )}
      {isMe ? (
        <p>{t('people.member.error.ownAsk')}</p>
      ) : (
        <>
          <form method="post" action={action}>
            <button className="ds-button" type="submit" name="do" value="approve" data-color="kobber">
              {t('people.ask.approve', { name: ask.name })}
            </button>
          </form>
          <details open={errors.reason ? true : undefined}>
            <summary>{t('people.ask.refuse')}</summary>
            <form method="post" action={action} className="form-stack">
              <TextAreaField
                name="reason"
                label={t('people.ask.reason')}
                help={t('people.ask.reason.help')}
                value={typed.reason}
                error={errors.reason}
                maxLength={1000}
              />
              <p>
                <button className="ds-button" data-variant="secondary" type="submit" name="do" value="refuse">
                  {t('people.ask.refuse.button')}
                </button>
              </p>
            </form>
          </details>
        </>
      )}
    </>
  )
}

function whereOf({ organisation, claimedNumber }: AskView): string {
  return [organisation, claimedNumber && `(${claimedNumber})`].filter(Boolean).join(' ')
}
