import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from '../finding.ts'
import { rewritesFor } from '../rewrites.ts'

/** For each sentence: what the first suggestion for the name between ⟦ and ⟧ makes of it. */
const firsts = `
I met ⟦Kelly⟧ at her home with her mum Donna → I met a person I work with at her home with her mum Donna
I met Kelly at her home with her mum ⟦Donna⟧ → I met Kelly at her home with her mum
i met with ⟦sarah jones⟧ and she told me about her son tom → i met with a person I work with and she told me about her son tom
i met with sarah jones and she told me about her son ⟦tom⟧ → i met with sarah jones and she told me about her son
⟦Ava⟧, 4, and Leo, 6, live with their dad → A child, 4, and Leo, 6, live with their dad
Ava, 4, and ⟦Leo⟧, 6, live with their dad → Ava, 4, and a child, 6, live with their dad
⟦Kayden⟧ (8) and his sister live with their nan → A child (8) and his sister live with their nan
I told ⟦Sarah⟧'s manager → I told a person’s manager
⟦Mr Ahmed⟧'s solicitor rang → A person’s solicitor rang
⟦JS⟧ was seen by Dr Patel → A person I work with was seen by Dr Patel
JS was seen by ⟦Dr Patel⟧ → JS was seen by a doctor
⟦Dr. Patel⟧ and PC Brown attended → A doctor and PC Brown attended
Dr. Patel and ⟦PC Brown⟧ attended → Dr. Patel and a police officer attended
⟦Rev. Thomas⟧ visited Nana Pat → A faith leader visited Nana Pat
Rev. Thomas visited ⟦Nana Pat⟧ → Rev. Thomas visited a grandparent
I rang ⟦Tom⟧'s mum, Tom's dad and the school. → I rang a person’s mum, Tom's dad and the school.
I rang Tom's mum, ⟦Tom⟧'s dad and the school. → I rang Tom's mum, the person’s dad and the school.
⟦DS Karen Brown⟧ rang. → A police officer rang.
⟦PC Brown⟧ rang. → A police officer rang.
⟦HHJ Williams⟧ decided. → A judge decided.
I saw ⟦Dr Patel⟧. → I saw a doctor.
I felt that ⟦Kelly⟧ was not heard → I felt that a person I work with was not heard
I learned that ⟦Sarah⟧'s approach was good. → I learned that a person’s approach was good.
I see this ⟦Kelly⟧ did alone. → I see this a person I work with did alone.
My peer ⟦Jane Smith⟧ said so. → My peer said so.
Our IRO ⟦Sue⟧ came. → Our IRO came.
The AMHP, ⟦Tom⟧, came. → The AMHP came.
ASYE assessor ⟦Jane⟧ came. → An ASYE assessor came.
I met deputy manager ⟦Tom Brown⟧ there. → I met a deputy manager there.
Deputy manager ⟦Tom Brown⟧ came. → A deputy manager came.
Her ex-partner ⟦Darren⟧ came. → Her ex-partner came.
I rang mum ⟦donna⟧ → I rang mum
Foster carers ⟦Pat⟧ and Jim came. → Foster carers came.
Foster carers Pat and ⟦Jim⟧ came. → Foster carers came.
The foster carers, ⟦Pat⟧ and Jim, came. → The foster carers came.
The foster carers, Pat and ⟦Jim⟧, came. → The foster carers came.
I rang the foster carers, ⟦Pat⟧ and Jim. → I rang the foster carers.
I met ⟦Pat⟧'s foster carers. → I met a person’s foster carers.
Siblings ⟦Ava⟧ and Leo came. → Siblings came.
My colleagues ⟦Sam⟧, Priya and Jo agreed. → My colleagues agreed.
My colleagues Sam, ⟦Priya⟧ and Jo agreed. → My colleagues agreed.
My colleagues Sam, Priya and ⟦Jo⟧ agreed. → My colleagues agreed.
The twins ⟦Max⟧ and Ella slept. → The twins slept.
There is a plan; ⟦Kayden⟧ likes it. → There is a plan; a person I work with likes it.
This is clear: ⟦Kayden⟧ likes it. → This is clear: a person I work with likes it.
I worked with ⟦Kelly⟧ for a year. → I worked with a person for a year.
I work with ⟦Kelly⟧. → I work with a person.
Children: ⟦Ava⟧ (4) and Leo (6) → Children: a child (4) and Leo (6)
Thank you, ⟦Kelly⟧. → Thank you.
Hi ⟦Kelly⟧, thank you. → Hi [name], thank you.
Dear ⟦Mrs Rowe⟧, thank you. → Dear [name], thank you.
Are ⟦Kelly⟧ and Tom coming? → Are a person I work with and Tom coming?
It was ⟦Sarah⟧ who told me. → It was a person I work with who told me.
⟦Sarah⟧ and I agree. → A person I work with and I agree.
⟦Kayden⟧, aged 8, is in foster care. → A child, aged 8, is in foster care.
⟦Kayden⟧, aged 38, is in prison. → A person I work with, aged 38, is in prison.
⟦Kayden⟧ (15) ran off. → A young person (15) ran off.
⟦Kelly⟧ (34) rang. → A person I work with (34) rang.
The young mother, ⟦Kelly⟧, was tired → The young mother was tired
I asked my supervisor, ⟦Jane⟧, for advice. → I asked my supervisor for advice.
I asked my supervisor ⟦Jane⟧ for advice. → I asked my supervisor for advice.
I asked my supervisor (⟦Jane⟧) for advice. → I asked my supervisor for advice.
I asked ⟦Jane⟧ (my supervisor) for advice. → I asked my supervisor for advice.
I asked ⟦Jane⟧, my supervisor, for advice. → I asked my supervisor for advice.
I rang ⟦Kelly⟧ (mum) today. → I rang the mum today.
I rang ⟦Sam⟧ (social worker) today. → I rang a social worker today.
I rang ⟦Sam⟧ (his teacher) today. → I rang his teacher today.
Present: ⟦Sam⟧ (social worker), Kelly (mum) → Present: a social worker, Kelly (mum)
Present: Sam (social worker), ⟦Kelly⟧ (mum) → Present: Sam (social worker), the mum
Present: ⟦Dr Patel⟧, PC Brown and Kelly → Present: a doctor, PC Brown and Kelly
Present: Dr Patel, ⟦PC Brown⟧ and Kelly → Present: Dr Patel, a police officer and Kelly
Present: Dr Patel, PC Brown and ⟦Kelly⟧ → Present: Dr Patel, PC Brown and a person I work with
Her manager, ⟦Sarah⟧ and I met. → Her manager, a person I work with and I met.
I rang his teacher, ⟦Tom⟧ and the nurse. → I rang his teacher, a person I work with and the nurse.
I rang his teacher, ⟦Mr Hill⟧. → I rang his teacher.
I rang his teacher ⟦Mr Hill⟧. → I rang his teacher.
I saw his teacher ⟦Mr Hill’s⟧ notes. → I saw his teacher’s notes.
I saw his teacher ⟦Mr Hill⟧’s notes. → I saw his teacher’s notes.
The boy’s social worker was ⟦Priya⟧. → The boy’s social worker was a person I work with.
His teacher is ⟦Mrs Hill⟧. → His teacher is a person I work with.
⟦Priya⟧ is his teacher. → A person I work with is his teacher.
⟦Priya⟧ is a social worker. → A person I work with is a social worker.
⟦Priya⟧ was her mother. → A person I work with was her mother.
⟦Kelly⟧ was a good mother to him. → A person I work with was a good mother to him.
⟦Kelly⟧ is an experienced nurse. → A person I work with is an experienced nurse.
⟦Kelly⟧, who is his mother, cried. → A person I work with, who is his mother, cried.
⟦Kelly⟧, a mother of two, cried. → A mother of two cried.
⟦Kelly⟧, mother of two, cried. → A person I work with, mother of two, cried.
⟦Kelly⟧, a 7-year-old boy, cried. → A 7-year-old boy cried.
⟦Kelly⟧, a 34-year-old mother, cried. → A 34-year-old mother cried.
⟦Kelly⟧, a girl of ten, cried. → A girl of ten cried.
⟦Kelly⟧ and her son left. → A parent and her son left.
⟦Kelly⟧ and her two children left. → A parent and her two children left.
⟦Kelly⟧ and her mum left. → A person I work with and her mum left.
⟦Kelly⟧ and her brother left. → A person I work with and her brother left.
⟦Kelly⟧ and his teacher left. → A person I work with and his teacher left.
⟦Kelly⟧'s son left. → A parent’s son left.
⟦Kelly⟧'s children left. → A parent’s children left.
⟦Kelly⟧'s 4 year old son left. → A parent’s 4 year old son left.
⟦Kelly⟧'s mum left. → A person’s mum left.
⟦Kelly⟧'s nursery rang. → A person’s nursery rang.
⟦Kelly⟧'s health visitor rang. → A person’s health visitor rang.
⟦Kelly⟧'s foster mum rang. → A person’s foster mum rang.
⟦Kelly⟧'s social worker rang. → A person’s social worker rang.
⟦Kelly⟧'s husband rang. → A person’s husband rang.
I heard ⟦Kelly⟧'s views. → I heard a person’s views.
I heard ⟦James⟧' views. → I heard a person’s views.
I heard ⟦James's⟧ views. → I heard a person’s views.
I heard her mum ⟦Kelly's⟧ views. → I heard her mum’s views.
I heard her mum, ⟦Kelly⟧'s sister and Tom. → I heard her mum, a person’s sister and Tom.
I told her ⟦Kelly⟧ was ill. → I told her a person I work with was ill.
I gave her ⟦Kelly's⟧ number. → I gave her a person’s number.
Her ⟦Kelly⟧ is ill. → Her person I work with is ill.
Our ⟦Tom⟧ is ill. → Our person I work with is ill.
The ⟦Tom⟧ I know is calm. → The person I work with I know is calm.
A ⟦Mr Hill⟧ rang. → A person I work with rang.
An angry ⟦Kelly⟧ left. → An angry person I work with left.
Little ⟦Tom⟧ left. → A person I work with left.
Baby ⟦Tom⟧ slept. → A child slept.
I held baby ⟦Tom⟧. → I held a child.
I saw 8-year-old ⟦Tom⟧. → I saw an 8-year-old.
I saw an 8-year-old boy, ⟦Tom⟧. → I saw an 8-year-old boy.
I saw a boy called ⟦Tom⟧. → I saw a boy.
I saw a boy, ⟦Tom⟧, and his mum. → I saw a boy and his mum.
He said “⟦Kelly⟧ is kind.” → He said “a person I work with is kind.”
“⟦Kelly⟧ is kind,” he said. → “A person I work with is kind,” he said.
"I like ⟦Kelly⟧," he said. → "I like a person I work with," he said.
They call her “⟦Kelly⟧”. → They call her “a person I work with”.
She is known as ⟦Kelly⟧. → She is known as [name].
She is called ⟦Kelly⟧. → She is called [name].
- ⟦Kelly⟧ rang → - A person I work with rang
• ⟦Kelly⟧ rang → • A person I work with rang
1. ⟦Kelly⟧ rang → 1. A person I work with rang
What went well? ⟦Kelly⟧ spoke. → What went well? A person I work with spoke.
(⟦Kelly⟧ agreed.) → (A person I work with agreed.)
We met (⟦Kelly⟧ and I). → We met (a person I work with and I).
I met (⟦Jade⟧) there. → I met there.
The child (⟦Jade⟧) was there. → The child was there.
⟦Judge Rowe⟧ ruled. → A judge ruled.
⟦District Judge Rowe⟧ ruled. → A judge ruled.
District Judge ⟦Rowe⟧ ruled. → A judge ruled.
⟦Sgt Rowe⟧ rang. → A police officer rang.
Sgt ⟦Rowe⟧ rang. → A police officer rang.
I rang DC ⟦Rowe⟧. → I rang a police officer.
I rang ⟦DI Rowe⟧'s office. → I rang a police officer’s office.
I rang ⟦Inspector Rowe⟧. → I rang a police officer.
I rang ⟦Nurse Rowe⟧. → I rang a nurse.
I rang ⟦Prof. Rowe⟧. → I rang a professor.
I rang ⟦Cllr Rowe⟧. → I rang a councillor.
I rang ⟦Imam Yusuf⟧. → I rang a faith leader.
I rang ⟦Father Brown⟧. → I rang a person I work with.
I rang ⟦Uncle Bob⟧. → I rang a relative.
⟦Auntie Jo⟧ and Uncle Bob came. → A relative and Uncle Bob came.
Auntie ⟦Jo⟧ came. → A relative came.
Auntie Jo and ⟦Uncle Bob⟧ came. → Auntie Jo and a relative came.
I met Grandma ⟦Jean⟧ there. → I met Grandma there.
I met ⟦Grandad Ron⟧ there. → I met a grandparent there.
I met Dr ⟦Patel⟧ there. → I met a doctor there.
I met ⟦Mr Patel⟧ there. → I met a person I work with there.
I met ⟦Mrs Patel⟧'s GP. → I met a person’s GP.
I met the consultant, ⟦Dr Patel⟧. → I met the consultant.
I met the consultant ⟦Dr Patel⟧ there. → I met the consultant there.
I met ⟦Dr Patel⟧, the consultant, there. → I met the consultant there.
Social worker ⟦Sarah⟧ rang. → A social worker rang.
The social worker ⟦Sarah⟧ rang. → The social worker rang.
I rang social worker ⟦Sarah⟧. → I rang a social worker.
Today team manager ⟦Sarah⟧ rang. → Today a team manager rang.
Our team manager, ⟦Sarah⟧, rang. → Our team manager rang.
My practice educator ⟦Sarah⟧ rang. → My practice educator rang.
My mentor, ⟦Sarah⟧, rang. → My mentor rang.
My ASYE assessor ⟦Sarah⟧ rang. → My ASYE assessor rang.
My line manager: ⟦Sarah⟧ → My line manager
Social worker: ⟦Sarah⟧ → Social worker: a person I work with
Mum: ⟦Kelly⟧ → Mum: a person I work with
Mum ⟦Kelly⟧ rang. → Mum rang.
Then mum ⟦Kelly⟧ rang. → Then mum rang.
His dad ⟦Lee⟧ and mum Kelly rang. → His dad and mum Kelly rang.
His dad Lee and mum ⟦Kelly⟧ rang. → His dad Lee and mum rang.
Her partner, ⟦Lee⟧, rang. → Her partner rang.
Her older brother ⟦Lee⟧ rang. → Her older brother rang.
Her stepdad ⟦Lee⟧ rang. → Her stepdad rang.
Her step-mother ⟦Lee⟧ rang. → Her step-mother rang.
Her half-brother ⟦Lee⟧ rang. → Her half-brother rang.
Her foster carer ⟦Lee⟧ rang. → Her foster carer rang.
Foster carer ⟦Lee⟧ rang. → A foster carer rang.
Kelly’s brother ⟦Lee⟧ rang. → Kelly’s brother rang.
My client ⟦Lee⟧ lied. → My client lied.
This client, ⟦Lee⟧, lied. → This client lied.
One young person, ⟦Lee⟧, lied. → One young person lied.
Service user ⟦Lee⟧ lied. → A service user lied.
Patient ⟦Lee⟧ lied. → A patient lied.
⟦Lee⟧'s mum and his teacher came. → A person’s mum and his teacher came.
The mother told ⟦Lee⟧ to go. → The mother told a person I work with to go.
The child hit ⟦Lee⟧. → The child hit a person I work with.
I told mum ⟦Kelly⟧ was ill. → I told mum a person I work with was ill.
She told the teacher ⟦Tom⟧ was ill. → She told the teacher a person I work with was ill.
He gave my manager ⟦Sarah⟧'s view. → He gave my manager a person’s view.
The 14-year-old ⟦Jade⟧ left. → The 14-year-old left.
14-year-old ⟦Jade⟧ left. → A 14-year-old left.
An 11-year-old ⟦Jade⟧ left. → An 11-year-old left.
⟦Tom⟧ (8 months) slept. → A child (8 months) slept.
⟦Kelly⟧'s child protection plan ended. → A person’s child protection plan ended.
⟦Kelly⟧'s baby brother slept. → A person’s baby brother slept.
⟦Kelly⟧'s children’s home closed. → A person’s children’s home closed.
I saw ⟦Kelly⟧ and her son. → I saw a person I work with and her son.
The child (⟦Tom⟧) and I met. → The child and I met.
I discussed it with ⟦Kelly⟧. → I discussed it with a person I work with.
Her name is ⟦Kelly⟧ and his is Tom. → Her name is [name] and his is Tom.
My peer, ⟦Jane⟧, a nurse, agreed. → My peer, a nurse, agreed.
My student ⟦Jane's⟧ work. → My student’s work.
I met student social worker ⟦Jane⟧. → I met a student social worker.
I rang Kelly’s GP ⟦Dr Patel⟧. → I rang Kelly’s GP.
The police came when ⟦Lee⟧ rang. → The police came when a person I work with rang.
⟦Lee⟧ asked the judge for help. → A person I work with asked the judge for help.
⟦Lee⟧ works as a nurse. → A person I work with works as a nurse.
⟦Lee⟧ lives with his partner. → A person I work with lives with his partner.
⟦Lee⟧ met the boy. → A person I work with met the boy.
I spoke to ⟦Lee⟧ about the children. → I spoke to a person I work with about the children.
I spoke to the children about ⟦Lee⟧. → I spoke to the children about a person I work with.
I spoke to ⟦Lee⟧, the boy and their mum. → I spoke to a person I work with, the boy and their mum.
I spoke to ⟦Lee⟧, his mum and the school. → I spoke to a person I work with, his mum and the school.
I spoke to ⟦Lee⟧, his mum. → I spoke to his mum.
⟦Lee⟧, his mum, rang. → His mum rang.
My name is ⟦Lee⟧. → My name is [name].
The ⟦Lee⟧ family moved. → The family moved.
A ⟦Lee⟧ family member rang. → The family member rang.
The ⟦Rowes⟧ moved. → The family moved.
⟦Mr and Mrs Rowe⟧ moved. → The parents moved.
⟦LEE⟧ WAS ANGRY. → A person I work with WAS ANGRY.
⟦lee⟧ was angry. → A person I work with was angry.
Re: ⟦Lee⟧ → Re: a person I work with
“Where is ⟦Lee⟧?” she asked. → “Where is a person I work with?” she asked.
If ⟦Lee⟧, Tom or Ava rings, go. → If a person I work with, Tom or Ava rings, go.
Both ⟦Lee⟧ and his dad rang. → Both a person I work with and his dad rang.
Neither ⟦Lee⟧ nor his dad rang. → Neither a person I work with nor his dad rang.
It is ⟦Lee⟧'s. → It is a person’s.
The flat is ⟦Lee⟧’s; it is cold. → The flat is a person’s; it is cold.
`
const rows = firsts
  .split('\n')
  .filter(row => row.includes(' → '))
  .map(row => row.split(' → '))

function read(marked: string): { readonly text: string; readonly finding: Finding } {
  const start = marked.indexOf('⟦')
  return {
    text: marked.replaceAll(/[⟦⟧]/g, ''),
    finding: { start, end: marked.indexOf('⟧') - 1, class: 'person', kind: 'name', level: 'likely' },
  }
}

for (const [marked = '', after] of rows) {
  test(`${marked} → ${after}`, () => {
    const { text, finding } = read(marked)
    const [first] = rewritesFor(finding, text)
    assert.ok(first)
    const made = text.slice(0, first.start) + first.replacement + text.slice(first.end)
    assert.equal(made.replaceAll("'", '’'), after?.replaceAll("'", '’'))
  })
}
