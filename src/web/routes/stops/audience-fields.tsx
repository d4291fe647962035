import { VISIBILITIES } from '#src/modules/stops/contract.ts'
import type { Typed } from '#src/web/read-form.ts'
import { CheckField, type FieldErrors, RadioGroup, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'

type Props = { readonly typed: Typed; readonly errors: FieldErrors; readonly mayOpen: boolean }

/** Who may read it, from when, and whether they are told whose it is; those who may not open it for others are not asked. */
export function AudienceFields({ typed, errors, mayOpen }: Props) {
  const { t } = useMessages()
  const choices = VISIBILITIES.filter((one) => mayOpen || one === 'organisation').map((value) => ({
    value,
    text: t(`knowledge.stop.visibility.${value}`),
  }))
  return (
    <>
      <RadioGroup
        name="visibility"
        label={t('knowledge.tell.visibility')}
        help={mayOpen ? t('knowledge.stop.access') : t('knowledge.stop.coordinator')}
        choices={choices}
        value={typed.visibility ?? 'organisation'}
        error={errors.visibility}
      />
      {mayOpen && (
        <>
          <TextField
            name="readers"
            label={t('knowledge.tell.readers')}
            help={t('knowledge.tell.readers.help')}
            value={typed.readers}
            error={errors.readers}
            maxLength={2000}
            optional
          />
          <TextField
            name="opensOn"
            label={t('knowledge.tell.opensOn')}
            help={t('knowledge.tell.opensOn.help')}
            value={typed.opensOn}
            error={errors.opensOn}
            type="date"
            short
            optional
          />
        </>
      )}
      <CheckField
        name="named"
        label={t('knowledge.tell.named')}
        help={t('knowledge.tell.named.help')}
        checked={typed.named === 'ja'}
      />
    </>
  )
}
