/** What an invented practitioner wrote. Nobody in it exists, and nothing in it happened. */
export interface DemoPiece {
  readonly title: string
  readonly type: string
  readonly description: string
  readonly learning: string
  readonly impact: string
  readonly standards: readonly string[]
  readonly peer: DemoPeerReflection
}

interface DemoPeerReflection {
  readonly text: string
  readonly category: string
  readonly role: string
  readonly settings: readonly string[]
}

export const nightDuty: DemoPiece = {
  title: 'What a night on the duty desk showed me about handovers',
  type: 'observation',
  description:
    'I asked to sit in with the out-of-hours team for one night. I write the notes that they open at two in the morning, and in nine years I had never seen one of mine from that side of the desk.',
  learning:
    'My notes say what I did. At night nobody needs that. They need to know what is likely to go wrong, who picks up the telephone after midnight and what has worked before. Of the six records that were opened that night, only two said any of it, and neither was mine.',
  impact:
    'I now end every Friday note with three lines headed “if this comes to you at night”. The out-of-hours team has asked two other teams to do the same. A person whose plan I had written was able to stay at home with a neighbour, because the third line gave the number of someone who would come.',
  standards: ['4.5', '4.6'],
  peer: {
    text: 'I went through my old notes with the duty worker I had sat beside. He pointed out that I never write down what the person themselves asks for when things are bad. I had been careful about risk and had left the person out. I learnt that a handover can carry somebody’s wishes through the night as well as their dangers.',
    category: 'social-worker',
    role: 'out-of-hours duty social worker',
    settings: ['one-to-one', 'in-person'],
  },
}

export const unwiseDecisions: DemoPiece = {
  title: 'Unwise is not the same as unable',
  type: 'law-and-policy',
  description:
    'A morning with three recent judgments about mental capacity and self-neglect, read side by side with the code of practice. I assess capacity most weeks, often in kitchens, and I wanted to know whether I do it as well as I think I do.',
  learning:
    'The courts keep asking what the decision was, exactly, and what the person was told. My own assessments name the decision loosely: “care and support” is not a decision. I also noticed how often I wrote “lacks insight” where I meant “does not agree with me”.',
  impact:
    'I have started to write the decision as one question, in words the person would use, before I do anything else. Twice already that has shown there were two decisions, and that the person could make one of them. They kept their own front door key, which was the thing that mattered to them.',
  standards: ['4.3', '4.4', '4.8'],
  peer: {
    text: 'A best interests assessor read one of my assessments with the details taken out. She asked where the person’s own explanation was. It was there, in my notebook, and I had summed it up in half a sentence. I learnt to quote more and sum up less, because the reasons people give are the evidence.',
    category: 'mental-health-or-best-interests',
    role: 'best interests assessor',
    settings: ['one-to-one', 'online'],
  },
}

export const youngCarers: DemoPiece = {
  title: 'The child who answers the door',
  type: 'podcast',
  description:
    'Four episodes about growing up as a young carer, made by people who are now adults. In my adult services team I meet the parent, and the child who lets me in is gone before I have put my bag down.',
  learning:
    'None of the speakers had called themselves a carer. They said that professionals asked how the parent was and never what the day was like for them. One remembered being praised for being grown up, and understood from it that she had better stay that way.',
  impact:
    'I ask the parent who helps, with what, and at what time of day, and I ask to say hello to the child. In one family this led to a morning call, so that a boy of eleven now gets to school before the register. I have added young carers to the checklist that our team uses at first visits.',
  standards: ['4.4', '4.6'],
  peer: {
    text: 'I talked it over with a learning mentor from a secondary school. She told me that tiredness on a Monday is what she looks for, since the weekends are when the care is heaviest. She also warned me that some children are afraid of what we might do if they say too much. I learnt to say at the start what I will and will not do with what I hear.',
    category: 'teacher',
    role: 'learning mentor in a secondary school',
    settings: ['one-to-one', 'informal'],
  },
}

export const supervisionOnSilence: DemoPiece = {
  title: 'A supervision session about silence',
  type: 'supervision',
  description:
    'In supervision I described a visit in which an older man said almost nothing for forty minutes. I had filled the quiet with leaflets. We spent the whole session on what the silence might have been, and on whose discomfort I had been looking after.',
  learning:
    'I take silence for refusal. My supervisor counted, with her watch, how long I could leave a question standing before I answered it for her. It was four seconds. I learnt something about why: in my first post a long silence had once come before a very bad day, and I had not thought of it for years.',
  impact:
    'On the next visit I sat beside him and not opposite, and asked one thing. After a while he talked about his allotment, and from there about who would dig it when he could not. The support plan begins with the allotment. I tell people now that there is no hurry, and I try to mean it.',
  standards: ['4.2', '4.6'],
  peer: {
    text: 'I showed this to a colleague who works with people who have had a stroke. She said that some silences are the work of finding a word, and that filling them takes the word away. I learnt to ask early on whether somebody would like more time or some help, and not to guess.',
    category: 'social-worker',
    role: 'social worker in a stroke team',
    settings: ['one-to-one', 'informal', 'in-person'],
  },
}

export const coerciveControl: DemoPiece = {
  title: 'Two days on coercive control',
  type: 'training',
  description:
    'A course over two days with colleagues from housing, health and the police. I work in a family help team, where people are more often controlled than hit, and where I had been waiting for an incident before I used the word abuse.',
  learning:
    'The trainers asked us to draw a week: who decides about money, sleep, the telephone, the school run. A pattern shows itself in a week that no single day gives away. I also saw how my own letters, sent to the house, could become one more thing to be accounted for.',
  impact:
    'I agree with each parent how and when it is safe to be in touch, and I write it at the top of the record. I describe what one person does and what that stops the other from doing, in place of “a volatile relationship”. In one family that description helped the children’s other parent to get a protective order.',
  standards: ['4.3', '4.4'],
  peer: {
    text: 'Afterwards I had lunch with a housing officer who had been in my group. She sees the repairs: doors, locks, holes at the height of a fist. I see the diary. Neither of us had ever asked the other. I learnt what her records can show, and how to ask for it properly and with consent.',
    category: 'housing-officer',
    role: 'tenancy sustainment officer',
    settings: ['one-to-one', 'in-person'],
  },
}

export const plainPlans: DemoPiece = {
  title: 'A care plan that fits on the fridge',
  type: 'group-discussion',
  description:
    'Our team set aside an afternoon to read one anonymised support plan aloud, a paragraph each. It ran to fourteen pages. I had written plans like it for years, and had never heard what one sounds like.',
  learning:
    'By the third page we were laughing, and then we were not. Nobody could say what was going to happen on Tuesday. I learnt that I write for the panel and the auditor, and that the person it is about comes fourth, after the computer system.',
  impact:
    'We made a single page that goes in front of the plan: what matters to me, who comes when, who to ring. It is written with the person and stuck up where they want it. A home carer told me it was the first time she had known what somebody wanted from her before she rang the bell.',
  standards: ['4.5', '4.7'],
  peer: {
    text: 'I took the page to an occupational therapist. She moved “what I can do myself” to the top, above “what I need help with”, and asked me to read it again. It was the same information and a different person. I learnt how much the order of things says.',
    category: 'occupational-therapist',
    role: 'community occupational therapist',
    settings: ['one-to-one', 'in-person'],
  },
}

export const secondHandTrauma: DemoPiece = {
  title: 'Reading about what stays with us after work',
  type: 'reading',
  description:
    'Two chapters of a book about secondary trauma in the helping professions, and a review of what employers can do about it. After a hard winter in child protection I had stopped reading novels, and I wondered whether the two things had something to do with each other.',
  learning:
    'I had taken being able to bear things for being unaffected by them. The book separates being worn out by too much work from being changed by what one hears, and says that a holiday helps with the first and hardly with the second. I recognised the small signs: checking the locks twice, hurrying past playgrounds.',
  impact:
    'I told my manager, which was harder than I thought. We agreed that no worker in the team will read a whole set of police statements alone in one day. I make sharper decisions after a break, and I listen for longer. I have gone back to novels.',
  standards: ['4.3', '4.6'],
  peer: {
    text: 'A counsellor who sees people from several services talked with me about the chapters. She said that the question is not how strong one is but how alone. I learnt that naming what I carry is part of keeping people safe, since what I avoid feeling I also avoid asking about.',
    category: 'counsellor',
    role: 'counsellor in a staff support service',
    settings: ['one-to-one', 'online'],
  },
}

export const kinshipFeedback: DemoPiece = {
  title: 'Asked about everything except how they were',
  type: 'feedback',
  description:
    'At the end of a kinship assessment I asked the grandparents what it had been like. “You asked us everything except how we were,” they said. I had been pleased with the assessment, and it was approved without a question, so it took me a few days to hear them.',
  learning:
    'I had tested them as carers and had not seen them as two people who had lost something. Their own child was in trouble. They were grieving and being inspected, in the same week, by the same person. I learnt that a thorough assessment can still be an unkind one.',
  impact:
    'I now give the first visit to the family’s story, with no form on my knee. I tell people which questions will feel hard and why I must ask them. The next family I assessed rang me when things went wrong in the second month, and said it was because they did not expect to be marked down for it.',
  standards: ['4.1', '4.6', '4.8'],
  peer: {
    text: 'I brought the sentence to a reviewing officer, expecting to be told that I had done nothing wrong. She asked what I would have wanted them to say. I learnt that I had been hoping for thanks. We talked about how to ask for feedback while something can still be changed, and not at the end.',
    category: 'reviewing-officer',
    role: 'independent reviewing officer',
    settings: ['one-to-one', 'online'],
  },
}

export const studentsQuestion: DemoPiece = {
  title: 'What a student’s question taught me',
  type: 'teaching',
  description:
    'I supported a student on a seventy-day placement. After a joint visit she asked why I had stood by the door. I teach that we should be able to explain what we do, and I had no explanation to give.',
  learning:
    'I stand by the door because I was told to, long ago, for my own safety. It was good advice for some houses. In this one it made me look like somebody about to leave. I learnt that habits harden into method unless someone who is new is allowed to ask.',
  impact:
    'The student and I now each name one habit after a visit and say what it is for. I have dropped two, and kept one for better reasons than I had. I sit down when I am invited to. It sounds small. People offer me the good chair and tell me more.',
  standards: ['4.5', '4.6'],
  peer: {
    text: 'Our practice educator suggested that I write the question down where I would see it. She said that being asked “why” by a student is the cheapest supervision there is. I learnt to leave room for it in each placement, and not to answer too quickly.',
    category: 'practice-educator',
    role: 'off-site practice educator',
    settings: ['one-to-one', 'in-supervision'],
  },
}

export const interpreters: DemoPiece = {
  title: 'Three people in the conversation',
  type: 'film',
  description:
    'A documentary that follows sign language interpreters through hospitals, courts and parents’ evenings. I book interpreters often, for signed and for spoken languages, and had thought of them as a kind of telephone.',
  learning:
    'I saw how tired an interpreter is after twenty minutes, and what goes missing then. I saw professionals look at the interpreter and say “tell her that…”, as I do. And I saw how a child who interprets for a parent learns things about that parent which cannot be unlearnt.',
  impact:
    'I book longer and plan a break. I speak to the person, sit where we can see each other, and meet the interpreter five minutes early to agree how we will stop if something is unclear. A mother told me, through her interpreter, that it was the first meeting in which she had been the one spoken to.',
  standards: ['4.4', '4.8'],
  peer: {
    text: 'A health visitor on the same patch had tried most of this before me. She told me to ask which dialect, and whether a man or a woman is wanted, before I book and not at the door. I learnt that my good manners in the room had been covering for poor preparation outside it.',
    category: 'health-visitor',
    role: 'health visitor',
    settings: ['one-to-one', 'informal'],
  },
}

export const chronologies: DemoPiece = {
  title: 'Reading ten of my own chronologies in a row',
  type: 'practice-review',
  description:
    'For an audit I read ten chronologies from the past two years, all of them mine. The audit asked whether they were up to date. I asked myself whether I could tell, from any of them, what it was like to be that child.',
  learning:
    'From three of the ten I could. The other seven list what services did: referred, discussed, closed. I could see the days on which professionals met and hardly ever the days on which something changed for the child. I also found that I write down harm carefully and good days not at all.',
  impact:
    'I keep two columns now: what happened, and what it meant for the child. It takes no longer. In the last review the family corrected two entries, which I count as success, because it meant they had read it and knew themselves in it. Two colleagues are trying the same.',
  standards: ['4.6', '4.7'],
  peer: {
    text: 'I exchanged one chronology with a colleague from the court team, with the details removed. She could not tell who was worried, only that worry had been expressed. I learnt to write who thought what, and to leave the passive voice to the weather forecast.',
    category: 'legal-adviser',
    role: 'solicitor in a child care team',
    settings: ['one-to-one', 'online'],
  },
}

export const jointVisit: DemoPiece = {
  title: 'A home visit through a nurse’s eyes',
  type: 'observation',
  description:
    'I went with a community nurse on four of her visits in one morning. We share many people and had only ever met in meetings. I wanted to see what she sees in the ten minutes that she has.',
  learning:
    'She looks at ankles, at the fridge and at the pile of post, in that order, while talking about something else. She notices by touch what I find out by asking. I learnt that three of my long questions have short answers if one knows where to look, and that hers leave out things that mine bring in, such as who used to come and has stopped.',
  impact:
    'We agreed a few signs that each of us will pass on to the other, with the person’s agreement. It has already meant one earlier visit from the falls team, and an unopened letter about rent that was dealt with in time. I see the people on my list as having bodies, which I am embarrassed to have needed reminding of.',
  standards: ['4.4', '4.5'],
  peer: {
    text: 'Driving between the houses, the nurse asked why social workers always sit down. I said that it takes time for people to say the real thing. She said that they tell her the real thing with their coat on, at the door. I learnt to stay attentive while I am leaving.',
    category: 'nurse',
    role: 'community nurse',
    settings: ['one-to-one', 'informal', 'in-person'],
  },
}

export const lifeStory: DemoPiece = {
  title: 'Life story work when the photographs are on a telephone',
  type: 'project',
  description:
    'With two colleagues I tried out ways of keeping life story material that exists only as messages, clips and games. The young people I work with have thousands of pictures and no album, and they lose all of them whenever a telephone is broken or taken away.',
  learning:
    'The young people knew more than we did, and had firmer views on privacy. One kept a list of songs that worked better than any photograph. I learnt that the point is not the archive but being asked, and that choosing what to leave out is part of telling a story.',
  impact:
    'We wrote half a page of guidance on asking, storing and deleting, and the young people’s council changed most of it for the better. When a placement moves at short notice, somebody now asks about the pictures on the same day as about the school. So far nobody has lost theirs.',
  standards: ['4.4', '4.5', '4.8'],
  peer: {
    text: 'A foster carer support worker told me what carers fear here: seeing something and not knowing what to do about it. We talked through where the line lies between a young person’s privacy and their safety. I learnt to say clearly beforehand what I would have to share, so that nobody is surprised afterwards.',
    category: 'foster-care',
    role: 'supervising worker in a fostering team',
    settings: ['one-to-one', 'in-person'],
  },
}

export const policyOnDebt: DemoPiece = {
  title: 'Debt is a care need too',
  type: 'conference',
  description:
    'A webinar by a money advice charity on council tax, bailiffs and breathing space schemes. People on my list cut their heating and their meals long before they tell anyone what they owe, and I did not know what to say once they had.',
  learning:
    'I had thought of debt as somebody else’s department. I learnt that a person in a mental health crisis can be given breathing space without asking a court, who can certify it, and that I am one of those who can start it. I also learnt not to say “don’t worry”.',
  impact:
    'I ask about money in the first conversation, in the same voice as I ask about sleep. I have helped two people into the scheme. One has started to open the door again, since the person knocking is no longer a bailiff. I keep a short list of advisers who see people at home.',
  standards: ['4.4', '4.8'],
  peer: {
    text: 'I compared notes with an advocate who had heard the same webinar. I had come away with a procedure and she had come away with a sentence: “what would it be like to open that envelope together?” I learnt to begin there, and that the procedure can wait until the envelope is open.',
    category: 'advocate',
    role: 'independent advocate',
    settings: ['one-to-one', 'online'],
  },
}

/** Enough of them for somebody who has recorded CPD for many years. */
export const demoPieces: readonly DemoPiece[] = [
  nightDuty,
  unwiseDecisions,
  youngCarers,
  supervisionOnSilence,
  coerciveControl,
  plainPlans,
  secondHandTrauma,
  kinshipFeedback,
  studentsQuestion,
  interpreters,
  chronologies,
  jointVisit,
  lifeStory,
  policyOnDebt,
]
