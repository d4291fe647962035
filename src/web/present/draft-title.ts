import type { Messages } from '#src/messages/index.ts'
import { type Draft, textAt } from '#src/modules/sharing/index.ts'

/** What a draft is called before anybody has called it something. */
export function draftTitle({ content }: Pick<Draft, 'content'>, { t }: Messages): string {
  return textAt(content, 'identity.title').trim() || t('sharing.untitled')
}
