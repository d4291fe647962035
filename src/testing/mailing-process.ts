/**
 * A program of its own that tells everybody of every event and hands the mails over, until nothing is left or it is killed:
 * `node mailing-process.ts SMTP-URL TIME`, with the settings of a database around it.
 */
import { PersonId } from '#src/modules/identity/contract.ts'
import { type Audience, handOverMails, makeMails, tellPeople } from '#src/modules/notifications/index.ts'
import { readConfig } from '#src/platform/config.ts'
import { createLog } from '#src/platform/log.ts'
import { openMailer } from '#src/platform/mail/index.ts'
import { openDatabase } from '#src/platform/open-database.ts'

const [, , url = '', time = '0'] = process.argv
const { db, close } = await openDatabase({ config: readConfig(), log: createLog({ LOG_LEVEL: 'silent' }) })
const now = () => new Date(Number(time))

const everybody: Audience = {
  kind: 'draft.submitted',
  topic: 'waiting',
  tellings: async (tx, { subject }) => {
    const people = await tx
      .selectFrom('person')
      .select('id')
      .where('email', 'like', 'person%')
      .orderBy('id')
      .execute()
    return people.map(({ id }) => ({
      person: PersonId.parse(id),
      organisation: null,
      facts: { title: subject },
      path: '/mine-utkast',
    }))
  },
}

const mailer = openMailer({ url, from: 'Spydspiss <varsler@spydspiss.example>' })
process.stdout.write('working\n')
await tellPeople(db, [everybody])
await makeMails(db, { form: 'immediate', at: now() })
await handOverMails({ db, now, mailer, site: 'https://spydspiss.example' })
mailer.close()
await close()
