import type { ReactNode } from 'react'
import { address, type PageName } from '#src/web/paths.ts'
import { useLanguage } from './messages.ts'

type Props = {
  readonly page: PageName
  readonly params?: Readonly<Record<string, string>>
  readonly query?: string
  readonly className?: string
  readonly children: ReactNode
}

/** A link to one of our own pages, in the language of the reader. */
export function To({ page, params, query, className, children }: Props) {
  return (
    <a href={useAddress(page, params) + (query ? `?${query}` : '')} className={className}>
      {children}
    </a>
  )
}

export function useAddress(page: PageName, params: Readonly<Record<string, string>> = {}): string {
  const language = useLanguage()
  return address(language, page as 'case', params as { id: string })
}
