import type { ReactNode } from 'react'
import { FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { FormAnswer } from './read-fields.ts'
import type { Voice } from './read-life.ts'
import { VoiceField } from './voice.tsx'

type Props = {
  /** Which of the forms of the page. */
  readonly name: string
  /** What it does, where there are several that do it. */
  readonly intent?: string
  readonly title: string
  readonly button: string
  readonly answer: FormAnswer | null
  readonly voices?: readonly Voice[]
  /** What the form is about, beside what is typed. */
  readonly hidden?: Readonly<Record<string, string>>
  readonly isOpen?: boolean
  readonly children: ReactNode
}

/** One of several forms of a page, folded until it is wanted, and open when something in it is wrong. */
export function FoldedForm({
  name,
  intent = name,
  title,
  button,
  answer,
  voices,
  hidden = {},
  isOpen = false,
  children,
}: Props) {
  const { t } = useMessages()
  const isAnswered = answer?.form === name
  return (
    <details className="folded" open={isOpen || isAnswered} id={name}>
      <summary>{title}</summary>
      <form method="post" action={`#${name}`} className="form-stack">
        {isAnswered && <FormErrors errors={answer.errors} title={t('jointTalk.wrong')} />}
        <input type="hidden" name="intent" value={intent} />
        {Object.entries(hidden).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        {voices && <VoiceField form={name} voices={voices} />}
        {children}
        <p>
          <button className="ds-button" type="submit">
            {button}
          </button>
        </p>
      </form>
    </details>
  )
}
