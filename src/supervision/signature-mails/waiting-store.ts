import { sql } from 'kysely'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { SignatureMail } from './signature-mail.ts'

/** Whether what somebody is to be told of still waits for them. */
export async function findIsWaiting(db: Db, mail: SignatureMail, today: Day): Promise<boolean> {
  const { rows } = await (
    mail.waits === 'agreement'
      ? sql`
        select from agreement a join relationship r on r.relationship_id = a.relationship_id
        where a.relationship_id = ${mail.relationshipId} and a.version = ${mail.version}
          and a.version = (select max(version) from agreement where relationship_id = ${mail.relationshipId})
          and (r.to_day is null or r.to_day >= ${today}::date)
          and (r.supervisor_id = ${mail.personId} or exists (
            select from relationship_supervisee s
            where s.relationship_id = r.relationship_id and s.person_id = ${mail.personId}
              and s.from_day <= ${today}::date and (s.to_day is null or s.to_day >= ${today}::date)
          ))
          and not exists (
            select from agreement_signature signed
            where signed.relationship_id = a.relationship_id and signed.version = a.version
              and signed.person_id = ${mail.personId}
          )`
      : sql`
        select from joint_record record
        join session_attendance here on here.session_id = record.session_id and here.person_id = ${mail.personId}
        where record.session_id = ${mail.sessionId} and not exists (
          select from joint_answer answer
          where answer.session_id = record.session_id and answer.person_id = ${mail.personId}
        )`
  ).execute(db)
  return rows.length > 0
}
