/**
 * Sentences of our own in which nobody is named, full of capitals and of words that are names elsewhere: what the tagger
 * must let be.
 */
export const plainSentences: readonly string[] = `
  May I ask what you would change?
  In May I went to a two-day course on trauma.
  I may need to return to this in March or April.
  In June we moved to a new system, and in August it failed.
  Will this change what I do? I think it will.
  I hope to use it. Hope matters to families.
  Hope is what people told us they needed.
  Grace under pressure is not the same as calm.
  There was a period of grace before the order took effect.
  Mark the date in the diary and mark the record as restricted.
  I was off the mark with my first hypothesis.
  Faith communities can be a source of support.
  Faith and hope came up in the group.
  Joy was not a word that I expected to hear.
  Rose-tinted views of family life do not help.
  Numbers rose in the winter.
  Bill payments, rent and debt made everything harder.
  The Bill became an Act in the autumn.
  A frank conversation was overdue.
  To be frank, I was tired.
  He can sue the authority; few people do.
  I had to rob time from other visits.
  Dawn raids frighten children.
  At dawn the ward was quiet.
  The summer holidays and the winter months are different.
  Summer is always busier than Autumn.
  Christmas is a hard time in care.
  Easter, Eid and Diwali were all marked in the home.
  Ramadan fell in the same month as the inspection.
  Monday and Tuesday were taken up by Court.
  Child in Need plans were reviewed every six weeks.
  The Child Protection Conference was chaired well.
  A Family Group Conference gave the family the lead.
  We held a Strategy Discussion under Section 47.
  A Section 17 assessment was completed within timescales.
  Section 20 accommodation must be by consent.
  The Assessed and Supported Year in Employment was demanding.
  During my ASYE I kept a journal.
  As an AMHP I must consider the least restrictive option.
  The BIA and the DoLS team disagreed.
  The LADO gave advice on the same day.
  MARAC and MAPPA meetings need good minutes.
  The EHCP did not reflect what the young person wanted.
  The IRO raised a dispute through the Resolution Protocol.
  The Public Law Outline sets the pace of proceedings.
  Cafcass and the Guardian took another view.
  The Guardian was not at the hearing.
  The Local Authority has a sufficiency duty.
  The Court ordered a further statement.
  The Family Court was remote that day.
  The High Court and the Court of Appeal have said so.
  The Court of Protection made a declaration.
  The Crown Court trial was moved.
  The Supreme Court gave judgment on deprivation of liberty.
  Working Together was updated again.
  Keeping Children Safe in Education is on our reading list.
  The Care Act changed how we talk about wellbeing.
  The Mental Capacity Act has five principles.
  The Mental Health Act assessment took six hours.
  The Human Rights Act and Article 8 came up.
  The Equality Act names protected characteristics.
  Making Safeguarding Personal is about outcomes.
  Early Help was offered and declined.
  Duty and Assessment were short of staff.
  The Duty Team took the call.
  Adult Social Care and Children's Services share a building.
  The Emergency Duty Team handed over at nine.
  The Youth Justice Service works to the same threshold.
  The Virtual School checked the Personal Education Plan.
  The Looked After Child review was brought forward.
  Looked After Children told us what they thought.
  Care Leavers and Personal Advisers wrote the charter.
  The Pathway Plan was out of date.
  The Placement Order was refused.
  Special Guardianship was the better option.
  Special Guardians are often forgotten.
  Foster carers need respite.
  Kinship care is undervalued.
  The Team Manager signed off the Chronology.
  Team Managers met on Teams.
  Our Practice Week looked at supervision.
  The Principal Social Worker ran a session.
  The Director of Children's Services opened the event.
  The Head of Service agreed.
  The Practice Educator gave feedback.
  The Independent Reviewing Officer was kind.
  Social Workers know this well.
  The Social Worker had changed four times.
  Health Visitors and Midwives were invited.
  The School Nurse did not attend.
  Police and Probation shared information.
  Housing did not reply.
  Education sent a report.
  Mum and Dad were anxious.
  Mum said that she was tired.
  Dad was not invited.
  Nan came too.
  Gran and Grandad had cared for the baby.
  Mother did not engage; Father did.
  Mother's partner was asked to leave.
  Grandmother was assessed as a carer.
  I used Mosaic and Liquidlogic in different jobs.
  Zoom was easier than Teams for the group.
  We shared the slides on Teams and in SharePoint.
  Excel and Word are not enough.
  WhatsApp, Snapchat and TikTok came up with young people.
  Google Translate is no interpreter.
  The Signs of Safety map was on the wall.
  Systemic Practice and Motivational Interviewing go well together.
  Restorative Practice is the model here.
  Strengths-Based Practice was the title of the module.
  Trauma-Informed Care is more than a label.
  Contextual Safeguarding looks beyond the home.
  The Graded Care Profile helped us to see neglect.
  Life Story Work takes time.
  Three Houses was the tool I used with the child.
  The Outcomes Star was filled in together.
  The Professional Capabilities Framework has nine domains.
  The Knowledge and Skills Statement applies here.
  Social Work England asks for two pieces of CPD.
  Ofsted graded us Good.
  The CQC report was critical of Safe and Well Led.
  BASW and the British Association have a code of ethics.
  Research in Practice published a briefing.
  Community Care had an article on caseloads.
  The Department for Education is consulting.
  The Home Office refused the claim.
  The National Referral Mechanism is slow.
  Prevent was discussed at length.
  Claire's Law and Sarah's Law were explained.
  The Duluth wheel was on the handout.
  Maslow, Kolb and Gibbs were on the first slide.
  English is not her first language.
  She speaks Polish at home and English at school.
  Arabic, Urdu and Somali interpreters are scarce.
  The Roma community is not one group.
  Irish Traveller families have been failed.
  Muslim women in the group spoke of isolation.
  Black children are over-represented.
  Asian families are under-represented in our data.
  White British staff led the training.
  An Eastern European family was placed in a hotel.
  Universal Credit was sanctioned.
  Personal Independence Payment was stopped.
  Housing Benefit and Council Tax took up the visit.
  Bed and Breakfast is no home.
  A Deprivation of Liberty needs authorisation.
  Best Interests decisions must be recorded.
  Lasting Power of Attorney was in place.
  Continuing Healthcare was refused.
  Attention Deficit Hyperactivity Disorder was queried.
  Autism and Learning Disability services overlap.
  Borderline Personality Disorder is a contested label.
  Parkinson's disease and Alzheimer's disease affect capacity.
  Down's syndrome was noted in the file.
  Asperger's is no longer used.
  Huntington's disease runs in families.
  Fabricated or Induced Illness is rare.
  Covid changed visits. Lockdown was lonely.
  Brexit left people unsure of their status.
  Windrush came up in the reading group.
  What I did: read the guidance. What I learnt: a lot. Impact: better plans.
  Title: Professional curiosity. Type: Course. Peer: senior practitioner.
  Summary. Reflection. Action. Evidence.
  Key learning: Listen first.
  Next steps: Book a follow-up. Share learning. Review in September.
  Reading: Chapter 4. Watching: a short film. Listening: a podcast.
  Podcast episode on shame. Webinar on coercive control. Seminar on loss.
  Attended training. Discussed with peer. Applied to practice.
  Completed e-learning. Updated my knowledge. Shared in team meeting.
  Spoke to school. Rang the GP. Wrote to Housing.
  Observed a visit. Received feedback. Felt anxious.
  Reflecting on this, I would ask more.
  Looking back, I rushed. Looking forward, I will plan.
  Thinking aloud helped. Writing helped more.
  Having read the review, I changed my template.
  Despite pressure, the team held on.
  Throughout, I kept the child in mind.
  Domestic abuse was the main theme. Substance misuse was another.
  Neglect is cumulative. Attachment is not everything.
  Curiosity, humility and courage were the three words.
  Boundaries are hard. Burnout is real. Sleep matters.
  Parents want honesty. Children want consistency.
  Colleagues laughed. Managers listened. Nobody shouted.
  Shame was in the room. Anger came later.
  Interpreters are partners. Advocates are essential.
  Poverty is not neglect. Power is everywhere.
  Ethics, law and values were on the agenda.
  Supervision helped. Peer reflection helped more.
  A parent told me that I had listened.
  A colleague (senior practitioner) asked a hard question.
  The young person, a teenager, did not want to talk.
  The older woman was in hospital.
  One child in the family was seen alone.
  My peer, a team manager in another service, disagreed.
  I told the family what I would write.
  I asked the mother what she wanted.
  The father said that nobody had asked him.
  We agreed a plan with the grandmother.
  The carers were tired and I said so.
  The young people wrote the rules.
  Child A and Child B were seen.
  Parent X and Parent Y were separated.
  Family C was allocated to me.
  Serious Case Reviews tell the same story.
  The Local Safeguarding Children Partnership published a Rapid Review.
  The National Panel report asked for better multi-agency work.
  Annex A. Appendix 2. Table 3. Figure 1.
  Part 1: Law. Part 2: Practice. Part 3: Me.
  Level 3 Safeguarding; Module 2; Unit 5; Stage 1.
  Standard 4 is about maintaining CPD.
  Regulation 44 visits are monthly.
  Schedule 2 lists the duties.
  Paragraph 12 says why.
  Protocol No. 11 came into force.
  The Commission and the Convention were cited.
  The Government made no comment.
  The applicant complained under Article 6 of the Convention.
  The Administrative Court dismissed the action.
  The Public Prosecutor appealed.
  The Regional Court gave judgment.
  The Ministry of Justice replied.
  The Regulation was not applied.
  Please reset my card. I need the balance of my account.
  How do I change my address? Where is my order?
  What are the opening hours on Sunday?
  The Internet is down again.
  Great song, terrible video. Best album of the year.
  Good morning everyone. Happy New Year!
  Thank God it's Friday.
  Lord knows I tried. Jesus, that was close.
  Who sang that? Which band was it?
  Pizza, Netflix and bed.
  YES. NO. OK. FYI. ASAP. BTW. TBC. NB.
  PLEASE READ THE GUIDANCE BEFORE YOU START.
  WHAT WENT WELL AND WHAT I WOULD CHANGE
  CHILD PROTECTION AND THE LAW
  KEY LEARNING POINTS FROM THE COURSE
  REFLECTION ON SUPERVISION
  i read the guidance and talked it over with a peer.
  went to a webinar on neglect, not great but ok.
  feeling tired this month. will try again in may.
  i think mum and dad were scared of us.
  learnt a lot about the care act and about myself.
  read two articles on hope and grace in practice.
  spoke to my manager about caseload.
`
  .split('\n')
  .map(line => line.trim())
  .filter(line => line !== '')
