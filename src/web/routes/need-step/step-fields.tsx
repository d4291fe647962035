import {
  BUYER_QUESTIONS,
  FIRMNESSES,
  INNOVATION_HEIGHTS,
  MIRROR_ANSWERS,
  MOST_THEMES,
  NEED_PHASES,
  type NeedStep,
  WISHES,
} from '#src/modules/needs/contract.ts'
import type { Typed } from '#src/web/read-form.ts'
import { type Choice, type FieldErrors, RadioGroup, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'

type Fields = {
  readonly typed: Typed
  readonly themes: readonly string[]
  readonly errors: FieldErrors
  readonly themeChoices: readonly Choice[]
}

/** The questions of a page. */
export function StepFields({ step, fields }: { step: NeedStep; fields: Fields }) {
  switch (step) {
    case 'what':
      return <What {...fields} />
    case 'extent':
      return <Extent {...fields} />
    case 'progress':
      return <Progress {...fields} />
    case 'goal':
      return <Goal {...fields} />
  }
}

const LONGEST = 5000

function What({ typed, errors }: Fields) {
  const { t } = useMessages()
  return (
    <>
      <TextField
        name="title"
        label={t('needs.field.title')}
        help={t('needs.field.title.help')}
        value={typed.title}
        error={errors.title}
        maxLength={150}
      />
      <TextAreaField
        name="forWhom"
        label={t('needs.field.forWhom')}
        help={t('needs.field.forWhom.help')}
        value={typed.forWhom}
        error={errors.forWhom}
        rows={2}
        maxLength={LONGEST}
      />
      <TextAreaField
        name="outcome"
        label={t('needs.field.outcome')}
        help={t('needs.field.outcome.help')}
        value={typed.outcome}
        error={errors.outcome}
        maxLength={LONGEST}
      />
    </>
  )
}

function Extent(fields: Fields) {
  const { t } = useMessages()
  const { typed, errors } = fields
  return (
    <>
      <fieldset className="nested form-stack">
        <legend>{t('needs.field.volume')}</legend>
        <p className="small quiet">
          {t('needs.field.volume.help')} {t('needs.field.unit.help')}
        </p>
        <div className="need-two">
          <TextField
            name="amount"
            label={t('needs.field.amount')}
            value={typed.amount}
            error={errors.amount}
            maxLength={30}
            optional
          />
          <TextField
            name="unit"
            label={t('needs.field.unit')}
            value={typed.unit}
            error={errors.unit}
            maxLength={60}
            optional
          />
        </div>
      </fieldset>
      <TextAreaField
        name="costToday"
        label={t('needs.field.costToday')}
        help={t('needs.field.costToday.help')}
        value={typed.costToday}
        error={errors.costToday}
        rows={2}
        maxLength={LONGEST}
        optional
      />
      <fieldset className="nested form-stack">
        <legend>{t('needs.field.when')}</legend>
        <p className="small quiet">{t('needs.field.when.help')}</p>
        <div className="need-two">
          <Day name="from" fields={fields} />
          <Day name="until" fields={fields} />
        </div>
      </fieldset>
      <Day name="contractEndsOn" fields={fields} optional />
      <ThemeFields {...fields} />
      <TextField
        name="cpv"
        label={t('needs.field.cpv')}
        help={t('needs.field.cpv.help')}
        value={typed.cpv}
        error={errors.cpv}
        maxLength={200}
        optional
      />
    </>
  )
}

type DayField = {
  readonly name: 'from' | 'until' | 'contractEndsOn'
  readonly fields: Fields
  readonly optional?: boolean
}

function Day({ name, fields: { typed, errors }, optional = false }: DayField) {
  const { t } = useMessages()
  const value = typed[name]
  return (
    <TextField
      name={name}
      // A field for days shows nothing of what is no day, and what was typed wrong is to be seen.
      type={value === undefined || value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date' : 'text'}
      label={t(`needs.field.${name}`)}
      value={value}
      error={errors[name]}
      optional={optional}
      short
    />
  )
}

function ThemeFields({ themes, themeChoices }: Fields) {
  const { t } = useMessages()
  const none: Choice = { value: '', text: t('needs.field.themes.none') }
  return (
    <div className="need-two">
      {Array.from({ length: MOST_THEMES }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the fields have no other identity than their place
        <div className="ds-field form-field" key={place}>
          <label className="ds-label" htmlFor={place === 0 ? 'themes' : `themes-${place}`}>
            {place === 0 ? t('needs.field.themes') : t('needs.field.themes.more', { number: place + 1 })}
            <span className="quiet"> {t('people.form.optional')}</span>
          </label>
          <select
            className="ds-input"
            id={place === 0 ? 'themes' : `themes-${place}`}
            name="themes"
            defaultValue={themes[place] ?? ''}
          >
            {[none, ...themeChoices].map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
  )
}

function Progress({ typed, errors }: Fields) {
  const { t } = useMessages()
  return (
    <>
      <RadioGroup
        name="phase"
        label={t('needs.field.phase')}
        choices={NEED_PHASES.map((value) => ({ value, text: t(`needs.phase.${value}`) }))}
        value={typed.phase}
        error={errors.phase}
      />
      <RadioGroup
        name="firmness"
        label={t('needs.field.firmness')}
        choices={FIRMNESSES.map((value) => ({ value, text: t(`needs.firmness.${value}`) }))}
        value={typed.firmness}
        error={errors.firmness}
      />
      <RadioGroup
        name="innovationHeight"
        label={t('needs.field.innovationHeight')}
        help={t('needs.field.innovationHeight.help')}
        choices={INNOVATION_HEIGHTS.map((value) => ({
          value,
          text: t(`needs.height.${value}`),
          help: t(`needs.height.${value}.help`),
        }))}
        value={typed.innovationHeight}
        error={errors.innovationHeight}
      />
      <TextAreaField
        name="triedBefore"
        label={t('needs.field.triedBefore')}
        help={t('needs.field.triedBefore.help')}
        value={typed.triedBefore}
        error={errors.triedBefore}
        rows={3}
        maxLength={LONGEST}
        optional
      />
      <RadioGroup
        name="wish"
        label={t('needs.field.wish')}
        choices={WISHES.map((value) => ({ value, text: t(`needs.wish.${value}`) }))}
        value={typed.wish}
        error={errors.wish}
      />
    </>
  )
}

function Goal({ typed, errors }: Fields) {
  const { t } = useMessages()
  return (
    <>
      <TextAreaField
        name="goal"
        label={t('needs.field.goal')}
        help={t('needs.field.goal.help')}
        value={typed.goal}
        error={errors.goal}
        rows={2}
        maxLength={LONGEST}
        optional
      />
      <TextField
        name="goalUrl"
        label={t('needs.field.goalUrl')}
        help={t('needs.field.goalUrl.help')}
        value={typed.goalUrl}
        error={errors.goalUrl}
        maxLength={2000}
        optional
      />
      <section className="stack" aria-labelledby="speil">
        <h2 id="speil">{t('needs.mirror.title')}</h2>
        <p>{t('needs.mirror.lead')}</p>
        <div className="form-stack ways">
          {BUYER_QUESTIONS.map((one) => (
            <RadioGroup
              key={one}
              name={`mirror.${one}`}
              label={t(`needs.mirror.${one}`)}
              choices={MIRROR_ANSWERS.map((value) => ({ value, text: t(`needs.mirror.${value}`) }))}
              value={typed[`mirror.${one}`]}
            />
          ))}
        </div>
      </section>
    </>
  )
}
