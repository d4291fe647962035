import type { ForYouView } from '#src/web/present/for-you.ts'
import { HitList } from '#src/web/ui/hit.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'

/** What is of use to the organisation of the one who reads, each with why. */
export function ForYou({ page: { organisation, isMunicipality, hits } }: { page: ForYouView }) {
  const { t } = useMessages()
  return (
    <section className="wide section" aria-labelledby="for-dere">
      <h2 id="for-dere">{t(isMunicipality ? 'front.forYou.like' : 'front.forYou.other')}</h2>
      <p>{t('front.forYou.lead', { organisation })}</p>
      <HitList hits={hits} />
      <p>
        <To page="notificationChoices">{t('front.forYou.choices')}</To>
      </p>
    </section>
  )
}
