const starts = `At first; On reflection; In the second week; Since then; By the end; Looking back; Together; In practice; During
 the visit; In supervision; Afterwards; Before the meeting; What surprised me; My colleague said that; I noticed that; The family
 told us that; It mattered that; As a team; With hindsight; For the first time; The research says that; I had assumed that`
const words = `the of and to a in that was is for it with as had be on not by at this but from have they which their were been
 more we when will would who about there or what people how so could than other only some time very our know just first also
 after should well way many must before through back years where much your may any good still because each between own family
 child children parent mother father carer foster adoption kinship sibling grandmother household neighbour school nursery teacher
 health visitor nurse doctor hospital ward discharge clinic mental capacity consent advocate interpreter court order hearing
 solicitor guardian judge evidence statement report chronology assessment plan review conference threshold risk harm neglect
 abuse safety protection safeguarding referral strategy decision reason judgement bias assumption hypothesis analysis theory
 attachment trauma loss grief resilience strength identity culture faith language poverty housing benefit debt employment
 disability autism dementia substance alcohol recovery relapse violence coercion control escape refuge police offender prison
 probation youth adult older young person practice practitioner supervisor supervision manager team colleague peer student
 training course workshop webinar seminar reading article book chapter study research finding guidance policy procedure law
 statute standard ethics value rights dignity respect privacy confidentiality boundary power relationship trust rapport empathy
 curiosity listening silence question answer conversation interview visit meeting session call letter note record recording
 write wrote written read spoke talked asked listened heard saw noticed wondered realised understood learnt changed tried failed
 succeeded shared challenged agreed disagreed explained described explored reflected considered compared decided planned
 prepared arranged supported encouraged helped protected worried hoped feared felt thought believed remembered forgot missed
 early late slow quick careful open honest clear unclear difficult uncomfortable anxious angry calm sad proud tired hopeful
 uncertain confident useful helpful important small large different similar new old real likely unlikely possible formal
 informal direct gentle firm fair unfair equal complex simple hidden visible local national daily weekly monthly annual
 feedback outcome impact difference progress barrier pressure workload caseload deadline budget resource service agency
 partner network community group circle table room kitchen garden car phone video email form tool scale genogram ecomap map
 tomorrow yesterday today week month year morning afternoon evening moment beginning middle end again always never often
 sometimes rarely already almost enough instead perhaps rather together apart around against without within towards despite`

const listOfStarts = starts.split(';').map(start => start.trim().replace(/\s+/g, ' '))
const listOfWords = words.split(/\s+/)

/**
 * Prose in shape, not in sense, and always the same for the same seed. Its words come as unevenly as real ones do, so that
 * it compresses about as well as what people write (to a little under half).
 */
export function writing(seed: number, length: number): string {
  const chance = randomness(seed)
  const pick = (list: readonly string[], evenness = 1) =>
    list[Math.floor(list.length * chance() ** (1 / evenness))] ?? ''
  let text = ''
  while (text.length < length) {
    const count = 6 + Math.floor(chance() * 16)
    const sentence = Array.from({ length: count }, () => pick(listOfWords, 0.6))
    const comma = 2 + Math.floor(chance() * count)
    text += `${pick(listOfStarts)} ${sentence.map((word, i) => (i === comma ? `${word},` : word)).join(' ')}. `
    if (chance() < 0.1) text += '\n\n'
  }
  return text.slice(0, length).trim()
}

/** Numbers from 0 to just under 1, the same ones for the same seed. */
export function randomness(seed: number): () => number {
  let state = Math.imul(seed + 1, 2_654_435_761)
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_507) + 0x9e3779b9) >>> 0
    return (state >>> 8) / 2 ** 24
  }
}
