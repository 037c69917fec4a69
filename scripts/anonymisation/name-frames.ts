/**
 * Sentences of our own to train on. {X}: a person, however written. {F}: a first name, {L}: a surname, {N}: both, {T}: a
 * title and a surname, {I}: initials, {P}: a place, {O}: an organisation of the kind that has a name of its own, {K}: what
 * is published or official and no secret (never a name to find).
 */
const lines = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
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
  {L} v. {L}
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
