import type { Random } from './random.ts'

/**
 * Sentences of our own to train on. {X}: a person, however written. {F}: a first name, {L}: a surname, {N}: both, {T}: a
 * title and a surname, {I}: initials, {J}: one of them, {P}: a place, {O}: an organisation of the kind that has a name of its own, {S}: a street, {#}: a number, {K}:
 * what is published or official and no secret (never a name to find).
 */
const lines = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim().replaceAll(String.raw`\n`, '\n'))
    .filter(line => line !== '')

export const nameFrames: readonly string[] = lines(`
  I visited {F} and {R} {R2} {F} at home.
  I visited {X} at home on Monday with a colleague.
  Visited {X} this morning. {F} was tired but wanted to talk.
  {X} told me that she did not feel safe at home.
  {X} said he would think about it, and I agreed to ring back.
  {F} disclosed that her stepfather had hit her.
  {F} and {F} have been living with {R0} {F} since the spring.
  When I met {X} I noticed how quiet she was.
  My manager {X} suggested that I read more about attachment.
  My supervisor, {X}, asked me what I had been feeling.
  I discussed this with {X} in supervision.
  I discussed the case with {X} and {X}.
  {X}, the health visitor, was worried about weight gain.
  The health visitor, {X}, said the baby was thriving.
  {X} (mother) did not attend the conference.
  Present: {X}, {X} and {X}.
  Attendees: {N} (chair), {N} (social worker), {N} (school nurse)
  The allocated worker is {X}.
  {F}'s mum told me that {F} had been missing school.
  {F}'s behaviour at school got worse after the summer.
  I spoke to {F}'s teacher, {T}, about what the class had seen.
  I spoke to {T} about the delay.
  I rang {T} twice and left a message.
  {T} was not at home when I called.
  {T} agreed to the plan, but {F} did not.
  I worked with a family in {P}: {F}, {F} and their three children.
  I am grateful to {X} for her patience with me.
  Thanks to {X} who shared the slides afterwards.
  Thank you {F}, this was really helpful.
  Feedback from {X}: you listened and did not judge.
  "{F}, what would you like to happen?" I asked.
  "I don't want to live with {F}," she said.
  He said, "My name is {N}."
  She is called {F} and she is seven.
  Her name is {N}.
  His full name is {N}, although everybody calls him {F}.
  The client, {X}, lives alone.
  The patient is known as {F}.
  A young man called {F} taught me most about this.
  A girl named {F} came to our group.
  {F} is a young woman with a learning disability who lives in {P}.
  {F} has autism and does not like change.
  {F} was placed with foster carers in {P}.
  {F} was born in {P} and came here with {R0} {F}.
  {F} moved from {P} to {P} last year.
  {N} moved to {P} when he was a child.
  I co-facilitated the session with {X}.
  I shadowed {X} on a visit to {O}.
  {X} from {O} joined the meeting.
  {X} works at {O} in {P}.
  {X} of {O} led the training.
  I attended training at {O} led by {X}.
  The workshop was run by {X} from {O}.
  I contacted {O} to ask about a place for {F}.
  {F} attends {O}.
  {F} goes to {O} and enjoys it.
  {O} excluded {F} in the autumn.
  {F} was admitted to {O} in {P}.
  We met at {O} because {F} felt safe there.
  {F} used to live near {P}.
  The family lives in {P}.
  They had moved out of {P} after the fire.
  I drove to {P} to see {X}.
  {X} travelled back to {P} for the funeral.
  I was anxious before the visit to {X}.
  I felt that {X} did not trust me.
  I wondered whether {F} had understood.
  I asked {F} to draw her family.
  I encouraged {F} to speak for himself.
  I helped {F} write a letter to {F}.
  I made a referral for {F} to the talking therapies team.
  I completed the assessment of {X} with an interpreter.
  I thought about {F} all weekend.
  I will see {F} again next week.
  After the visit {F} rang me in tears.
  Later {F} apologised.
  Then {F} left.
  Although {F} was angry, {F} stayed calm.
  Because {F} had no phone, I wrote to her.
  If {F} returns home, the risk goes up.
  Since {F} died, {F} has not eaten well.
  With {F}'s consent I wrote to her GP, {T}.
  {F}'s GP, {T}, did not reply.
  Working with {F} taught me patience.
  Seeing {F} laugh was the best part of the year.
  Reflecting on {F}, I should have asked about money sooner.
  Listening to {F} changed my view.
  Hearing {F}'s story was hard.
  For {F}, home was not safe.
  To {F} this meant everything.
  With {F} I learnt to wait.
  And {F} just smiled.
  But {T} would not open the door.
  Yesterday {X} phoned the duty desk.
  Today I met {X} for the first time.
  Last month {X} was discharged from {O}.
  In April {X} was detained under section 3.
  In supervision {X} challenged me about my assumptions.
  At court {T} gave evidence for an hour.
  Judge {L} granted the order.
  Counsel for the mother, {T}, asked for more time.
  PC {L} came with me to the address.
  Dr {L} agreed to carry out the assessment.
  Dr {N} from {O} gave an opinion.
  Nurse {L} was kind to {F}.
  Professor {N} gave the lecture in {P}.
  Sister {F} from the ward telephoned.
  Consultant {L} will see {F} in clinic.
  Reviewed by Consultant {L} and Registrar {L}.
  Re: {T}, seen in clinic.
  Dear {F}, thank you for coming.
  Dear {T}, I am writing about your daughter {F}.
  Hi {F}, are you free tomorrow?
  Hello {F} and {F}
  Best wishes, {F}
  Kind regards, {N}
  Kind regards {N}, Social Worker
  Name: {N}
  Child's name: {N}
  Mother: {N}
  Father: {N}, {P}
  Carer: {T}
  Next of kin: {N} ({R0})
  Social worker: {N}
  IRO: {N}
  Author: {N}
  cc {N}, {N}
  - {N}, team manager
  * {F}: quiet, needs time
  1. {N}
  {N}
  {N}, {P}
  {L}, {F}
  {I} was seen at school.
  {I} and {I} live with their mother.
  I met {I} at the clinic.
  Mr {I} was represented by {T}, a lawyer practising in {P}.
  The applicant, {T}, lives in {P}.
  The applicant was represented by {T} of {O}.
  The claim was brought by {N} against {O}.
  The witness, {N}, described what {T} had done.
  On 4 May {T} lodged an appeal with {O}.
  {T} submitted that the decision was unlawful.
  According to {T} the police had not intervened.
  {R0} {F} brought {F} to the contact centre.
  Their {R} {N} attended.
  Her {R} {F} sat in on the visit.
  His {R}, {X}, was there too.
  My colleague {X} had known the family for years.
  My student {F} asked a good question.
  My friend {F} is also a social worker.
  Our team manager {X} is leaving.
  Our practice educator {X} observed me.
  I was observed by {X}.
  I had a debrief with {X} afterwards.
  I spent an hour with {X} going through the chronology.
  I emailed {X} the minutes.
  {X} emailed me about {X}.
  {F}, {F} and {F} were all seen alone.
  {F}, 7, and {F}, 4, live with {F}.
  {F} (aged 9) and {F} (aged 6) were in the kitchen.
  {F}/{F} case: what I learnt
  Case of {F}
  The {L} family
  I have worked with the {L} family since last year.
  The {L}s were referred by the school.
  The {L} children were removed.
  Baby {F} was born early.
  Little {F} did not speak.
  Poor {F} was in tears.
  Young {F} wanted to stay.
  Auntie {F} will look after them.
  Uncle {F} had moved in.
  Nan {F} has them at weekends.
  {F} {L}-{L} was the advocate.
  {N} chaired the panel.
  {N} and I agreed to meet monthly.
  {N} was my peer for this piece.
  Peer: {N}, senior social worker
  I discussed it with {N} (senior practitioner).
  {F} suggested a different approach and I tried it.
  {F} pointed out that I had not asked about the father.
  {F} wondered if I was tired.
  {F} reminded me of the threshold.
  {F} challenged my thinking.
  {F} gave me honest feedback.
  {F} thinks that I rush.
  {F}: "You did well."
  {F} - thank you.
  {F} is right.
  {F} knows the area well.
  {F} cannot read.
  {F} will start at {O} in September.
  {F} may move to {P}.
  Will {F} cope?
  Did {F} agree?
  Is {F} safe with {X}?
  What does {F} want?
  How is {F} doing at {O}?
  Why did {F} leave {P}?
  Who is {F} close to?
  Where is {F} now?
  I hope {F} is well.
  Can you ask {F} to ring {F}?
  Please ring {X} on the number below.
  Please contact {X} at {O}.
  Tell {F} I said hello.
  I told {F} that I had to share this.
  I know {F} from my last job.
  I miss {F}.
  It was {F} who noticed.
  It was hard to tell {F} the truth.
  There was an argument between {F} and {F}.
  Neither {F} nor {F} wanted to move.
  Both {F} and {F} wept.
  Only {F} came.
  Even {F} laughed.
  As {F} put it, nobody listens.
  Like {F}, I grew up in {P}.
  Unlike {F}, {F} had no support.
  Without {F} I would not have managed.
  Through {F} I found out about {O}.
  Everyone but {F} had left.
  The person I was most worried about was {F}.
  The one who helped most was {X}.
  What {F} needed was time.
  What struck me about {F} was her humour.
  A letter from {O} arrived for {F}.
  She married {N} in {P}.
  She is the daughter of {N} and {N}.
  He is {F}'s {R}.
  {F} is {F}'s {R}.
  {F}'s {R} {F} drinks.
  {F} and her {R} {F} came to the office.
  Her partner {F} was in prison at the time.
  His ex-partner {F} made the allegation.
  Mum ({F}) and dad ({F}) are separated.
  MGM {N} offered to be assessed.
  Mum, {F}, was well presented.
  {F} (mum) and {F} (dad) argued.
  Dad's girlfriend {F} moved in.
  Foster carers {F} and {F} have been wonderful.
  Foster carer {N} rang.
  The SENCO, {X}, shared the report.
  The headteacher, {T}, was supportive.
  Interpreter: {N}
  The interpreter, {F}, spoke the same dialect.
  I was joined by {X} from early help.
  I co-worked with {X} from {O}.
  A book by {N} that a colleague lent me
  a song by {N}
  The film was directed by {N} and stars {N}.
  {N} was an actress who grew up in {P}.
  {N} is a writer from {P}.
  {N}'s new album came out.
  {N} scored twice for {P}.
  {O} has opened an office in {P}.
  {O} announced that {N} will take over.
  He works for {O}.
  She spent two years at {O} as assistant to {N}.
  I bought it from {O}.
  {F} shouted at {F}.
  They have four children: {F}, {F}, {F} and {F}.
  The siblings are {F}, {F}, {F}, {F} and {F}.
  "It will get better," says {X}.
  "We need to talk about money," said {X}.
  said {F} to {F}
  She called him {F}.
  They named the baby {F}.
  Her maiden name was {L}.
  Mother's maiden name: {L}
  {L} and {L} were both in the room.
  {L}, {L} and {L} founded the charity.
  Is it under {N}?
  Please add {N} to the list.
  {F}, can I speak to your mum?
  Here is {F}'s address.
  A tribute to {N}
  We played a song by {L}.
  a film with {N} and {L}
  {F}: "Where are you?" {F}: "At {F}'s."
  {N} writes that {L} was right.
  The {L} file was lost.
  The {L} household is known to us.
  The {L} siblings were placed together.
  After the {L} case I changed my practice.
  {N}'s daughter rang.
  Follow up with {N} in two months.
  {F} kissed {F} goodbye.
  Ask {F}.
  Call me {F}.
  This is {N} speaking.
  I'm {F}.
  I am {N} and I live in {P}.
  My name is {F}.
  My daughter {F} is ill.
  People call me {F}.
  Have you seen {F}?
  What do you think, {F}?
  {F}, come here.
  Good morning {F}.
  Happy birthday {F}!
  RIP {N}
  Is {N} the new minister?
  {T} spoke on behalf of {O}.
  {N} ({P})
  {N} met the mayor of {P}.
  flying to {P} with {F} tonight
  lol {F} is so funny
  with {F} and {F} in {P}
  omg {F} came
  {F} wants pizza
  {F}'s the best
`)

/** Sentences with what looks like a name and is none: {K} is what `known-names.ts` lists. */
export const knownFrames: readonly string[] = lines(`
  I read about {K} this month.
  I attended a webinar on {K}.
  {K} helped me to understand what was going on.
  In my view {K} is useful in practice.
  The training covered {K} and {K}.
  I used {K} to structure my reflection.
  We talked about {K} in supervision.
  {K} says that we must record our reasons.
  According to {K} this is good practice.
  Under {K} we had a duty to assess.
`)

/** Streets and towns on an envelope or in a line: whoever they are called after is not named. */
export const addressFrames: readonly string[] = lines(`
  {F} lives at {#} {S}, {P}.
  The address is {#} {S}, {P}, {P}.
  {N}, {#} {S}, Flat {#}, {P}, {P} {#}
  {N}, Apt. {#}, {#} {S}, {P}
  The office of {O} is at {#} {S} {#}, {P}.
  Our office is at {S} {#}, Suite {#}, {P}, {P}.
  Please send it to {#} {S}, {P}.
  We met at {O}, {#} {S} {#}, {P}.
  They live in {S}.
  I parked in {S} and walked.
  The corner of {S} and {S}
  {O}, {S} {#}, {P} {#}, {P}
  {N} gave me the address: {S} {#}, {P}.
  Her new flat is in {S}, near {P}.
  The bus stops at {S}.
  He was born in {P}, a district of {P}.
  There were celebrations in {P}, {P} and {P}.
  The clashes in {P}, {P} and {P} went on for days.
  The property is in the area of {P}.
  She owns land in {P} near {P}.
  The Court of {P} gave judgment.
  The {P} Court of Appeal dismissed the appeal.
  The Magistrates' Court of {P} ordered his detention.
  The mayor of {P} resigned.
  The Government of {P} replied.
  The prosecutor at {P} opened a file.
  The hospitals of {P} and {P} were full.
  The village of {P} was evacuated.
  He was arrested in {P} and taken to {P}.
  The flight from {P} to {P} was late.
  They have cousins in {P}.
  The {P} branch is closed.
  {N} lives in {P} and works in {P}.
  {P} was lovely to visit.
  {P} is cold in winter.
  She came here from {P}.
  He grew up in {P} and studied in {P}.
  {O} has offices in {P}, {P} and {P}.
  {O} is a company in {P}.
  {O} and {O} are merging.
  Her account is with {O}.
  I bought a phone from {O}.
  {N} of {O} did not reply.
  {O}, {O} and {O} were on the list.
  {N}\n{#} {S}\nFlat {#}\n{P}\n{P} {#}
  {N}\n{O}\n{#} {S}\n{P}
  {O}\n{S} {#}\n{P}, {P} {#}
  Please return it to {#} {S} {#}, {P}, {P} {#}.
  {S} {#}, {P}
  {#} {S}, Suite {#}, {P}, {P}
  {N} from {O}
  {N} is at {O}.
  The {O} office is in {P}.
  The {O} account was closed.
  {O} became {O} in 1990.
  Is {O} open on Sunday?
  I used to live at {S} {#} in {P}, {P}.
  The street is called {S}.
`)

const verbsBefore = lines(`
  learnt a lot from
  learnt most from
  apologised to
  wrote to
  wrote the report for
  wrote a letter for
  worried about
  was thinking about
  was worried about
  am still in touch with
  had a difficult conversation with
  sat with
  sat down with
  walked round the park with
  drew a genogram with
  did a piece of life story work with
  made a safety plan with
  completed the capacity assessment for
  completed a risk assessment on
  raised a concern about
  disagreed with
  argued with
  agreed the plan with
  shared the report with
  read the file on
  closed the case of
  took over the case from
  handed over to
  was introduced to
  was supported by
  was shadowed by
  got feedback from
  got an email from
  had a text from
  received a card from
  felt sorry for
  felt angry with
  felt close to
  assumed too much about
  had forgotten about
  have a lot of respect for
  asked a question of
  advocated for
  spoke up for
  stood in for
  covered for
  covered duty with
  prepared the bundle for
  gave evidence about
  gave a presentation with
  planned the session with
  ran the group with
  observed
  visited
  assessed
  supported
  interviewed
  collected
  drove
  thanked
  rang
  met
  saw
`)

const verbsAfter = lines(`
  lacks capacity to decide where to live
  has capacity to make this decision
  spoke for longer than anybody expected
  brought a case that none of us could make sense of
  wanted to read everything in the file
  wanted more time with dad
  told me that the plan was not theirs
  asked me to leave
  cried for most of the visit
  would not look at me
  did not want to go back
  refused to get in the car
  thanked me at the end
  chose the biscuits
  laughed at my drawing
  described the ward as noisy
  talked about the funeral
  disagreed with the plan
  disagreed with me about the risk
  felt judged by the panel
  sent a message to say sorry
  said nothing
  is moving to a new placement
  has a new job
  has been in care since early childhood
  was known to services
  was subject to a child protection plan
  was excluded from school
  was not ready for discharge
  became the first to speak
  seemed low
  grew in confidence
  turned up late
  missed the meeting
  stayed behind
  helps in the kitchen
  likes football and trains
  hates change
  uses a wheelchair
  smokes in the garden
  signs and lip-reads
  needs an interpreter
  pays rent late
  drinks at night
  joined us half way
  chaired the review well
  suggested a genogram
  gave me the courage to try
  observed my visit
  supervised me that year
`)

const tails = lines(`
  .
  .
  .
  , and I wrote it down.
  , which surprised me.
  before the conference.
  on the way to school.
  after the hearing.
  while we waited for the GP.
  because nobody else would.
  for an hour.
  last week.
  in the kitchen.
  at the panel.
  at the hospital.
  and then the phone rang.
`)

const starts = lines(`
  At the panel
  In our reflective group
  On the ward
  After contact
  At the core group
  In the car
  During the visit
  That day
  In the end
  At first
  Once again
  The next morning
  In my last job
  The report says that
  The grandmother told me that
  The school said that
  Staff said that
  I noticed that
  I noted that
  I heard that
  My view was that
  What I learnt was that
  I now think that
  It turned out that
`)

/** A sentence put together from its parts. */
export function makeSentence(random: Random): string {
  const who = random.pick(['{F}', '{F}', '{X}', '{N}', '{J}'])
  const tail = random.pick(tails)
  const end = /^[.,]/.test(tail) ? tail : ` ${tail}`
  return random.pick([
    () => `I ${random.pick(verbsBefore)} ${who}${end}`,
    () => `We ${random.pick(verbsBefore)} ${who}${end}`,
    () => `i ${random.pick(verbsBefore)} {F}${end}`,
    () => `${who} ${random.pick(verbsAfter)}${end}`,
    () => `${random.pick(starts)} ${who} ${random.pick(verbsAfter)}${end}`,
    () => `{F}, who ${random.pick(verbsAfter)}, ${random.pick(verbsAfter)}.`,
    () => `"I don't know," ${who} said.`,
    () => `"Nobody listens to ${who}," he said.`,
    () => `- ${who}: ${random.pick(verbsAfter)}`,
    () =>
      `${who}'s ${random.pick(['view', 'story', 'plan', 'file', 'room', 'key worker', 'mum', 'review', 'capacity', 'wishes'])} ${random.pick(['mattered', 'was lost', 'was clear', 'had changed', 'stayed with me'])}.`,
    () => `What I ${random.pick(['learnt', 'took', 'heard'])} from ${who} is that time matters.`,
    () => `My work with ${who} ended${end}`,
    () => `My visit to ${who} ended${end}`,
    () => `Feedback from ${who}: clear and kind.`,
    () => `Case discussion: ${who} and ${who}`,
    () => `Review for ${who} (${random.pick(['male', 'female', 'young person', 'adult'])})`,
    () =>
      `His ${random.pick(['sister', 'brother', 'son', 'mother'])} ${who} ${random.pick(verbsAfter)}${end}`,
    () =>
      `The ${random.pick(['guardian', 'advocate', 'GP', 'school', 'panel', 'landlord'])} ${random.pick(['disagreed with', 'wrote to', 'asked', 'met', 'saw'])} ${who}${end}`,
  ])()
}
