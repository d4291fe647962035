import { useMessages } from '#src/web/ui/messages.ts'
import type { Voice } from './read-life.ts'

/** For whom it is said: chosen where the person writes for several of them. */
export function VoiceField({ form, voices }: { form: string; voices: readonly Voice[] }) {
  const { t } = useMessages()
  const [first] = voices
  if (voices.length < 2) return <input type="hidden" name="organisation" value={first?.id ?? ''} />
  const id = `${form}-organisation`
  return (
    <div className="ds-field form-field short-field">
      <label className="ds-label" htmlFor={id}>
        {t('jointTalk.for')}
      </label>
      <select className="ds-input" id={id} name="organisation">
        {voices.map((voice) => (
          <option key={voice.id} value={voice.id}>
            {voice.name}
          </option>
        ))}
      </select>
    </div>
  )
}
