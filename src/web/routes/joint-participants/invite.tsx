import { Section } from '#src/web/ui/facts.tsx'
import { RadioGroup, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { Answer } from './participants-action.ts'

/** For the lead, until the list is closed: one more is asked. */
export function Invite({ answer }: { answer: Answer | null }) {
  const { t } = useMessages()
  const { typed, errors, mayBe } = answer ?? { typed: {}, errors: {}, mayBe: [] }
  return (
    <Section title={t('joint.invite.title')} id="inviter">
      <form method="post" className="form-stack">
        <input type="hidden" name="do" value="invite" />
        <TextField
          name="name"
          label={t('joint.invite.name')}
          help={t('joint.invite.name.help')}
          value={typed.name}
          error={errors.name}
          maxLength={200}
        />
        {mayBe.length > 0 && (
          <RadioGroup
            name="chosen"
            label={t('joint.wrong.several')}
            choices={mayBe}
            value={typed.chosen}
            error={errors.chosen}
          />
        )}
        <RadioGroup
          name="role"
          label={t('joint.invite.role')}
          value={typed.role ?? 'participant'}
          error={errors.role}
          choices={(['participant', 'option', 'host', 'follower'] as const).map((role) => ({
            value: role,
            text: t(`joint.role.${role}`),
          }))}
        />
        <div>
          <button type="submit" className="ds-button">
            {t('joint.invite')}
          </button>
        </div>
      </form>
    </Section>
  )
}
