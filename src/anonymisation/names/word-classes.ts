/** Words that say what stands beside them. A token has one class; 0 is every other word. */
export const wordClasses = {
  title: 1,
  roleTitle: 2,
  relation: 3,
  role: 4,
  speech: 5,
  organisationHead: 6,
  placeHead: 7,
  month: 8,
  weekday: 9,
  people: 10,
  jargon: 11,
  particle: 12,
  meeting: 13,
  naming: 14,
} as const

const lists: Readonly<Record<keyof typeof wordClasses, string>> = {
  title: `mr mrs ms miss mx mister missus master madam dr doctor prof professor sir dame lord lady rev reverend revd fr
    imam rabbi pastor cllr councillor hhj messrs mssrs pc ds dc dci sgt wpc pcso cpl capt mme mlle herr frau`,
  roleTitle: `nurse sister consultant registrar judge justice matron detective sergeant inspector constable officer
    senator president minister captain major colonel aunt auntie aunty uncle nan nana nanny gran granny grandma grandad
    granddad grandpa nanna bibi professor saint baroness king queen prince princess coach chef barrister solicitor`,
  relation: `mum mums mummy mam mom mother mothers dad dads daddy father fathers parent parents son sons daughter
    daughters brother brothers sisters siblings sibling twin twins wife husband partner partners ex boyfriend girlfriend
    fiance fiancee cousin cousins niece nephew grandmother grandfather grandparents grandson granddaughter grandchild
    stepmum stepmother stepdad stepfather stepson stepdaughter stepbrother stepsister godmother godfather friend friends
    neighbour flatmate carer carers baby toddler child children boy girl boys girls guardian spouse widow`,
  role: `social worker workers manager managers supervisor supervisee colleague colleagues client clients patient
    patients tutor teacher headteacher head mentor student students resident residents lead leader lodger tenant
    practitioner practitioners psychologist psychiatrist therapist counsellor advocate applicant applicants defendant
    claimant witness lawyer agent director chair chairperson coordinator assessor educator peer reviewer ipo iro lado
    paediatrician gp physio occupational support key keyworker family user landlord victim suspect perpetrator man woman
    lady gentleman lad youth teenager`,
  speech: `said says say told tells asked asks replied explained explains reported reports stated states added insisted
    shouted cried laughed smiled whispered admitted disclosed agreed disagreed felt feels thought thinks wanted wants
    wrote emailed texted phoned rang called answered mentioned described argued claimed alleged denied refused apologised
    complained lives lived moved died attended went came arrived left stayed loves loved likes liked hates hated`,
  organisationHead: `school academy college university nursery hospital hospice clinic surgery trust council borough
    court tribunal ltd limited plc llp inc corp company co group gmbh bank office ministry department agency authority
    association society foundation charity church mosque temple synagogue committee commission board chamber institute
    services service centre center union federation police force prison hmp court's club party parliament government
    industries clinique hopital klinik klinikum krankenhaus universitat universite ministere ministerio banque banco banca
    gesellschaft societe szpital sad urzad solutions systems partners holdings enterprises airlines hotel restaurant newspaper university's brigade`,
  placeHead: `street road avenue lane close drive way crescent terrace square place court gardens grove park hill
    estate house farm village town city district county region province state borough river lake valley bay island
    islands coast beach station airport port bridge north south east west central`,
  month: `january february march april may june july august september october november december jan feb mar apr jun
    jul aug sept sep oct nov dec spring summer autumn winter`,
  weekday: `mondays tuesdays wednesdays thursdays fridays saturdays sundays monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun easter
    christmas ramadan eid diwali hanukkah passover lent`,
  people: `english british scottish welsh irish american australian canadian french german italian spanish portuguese
    polish romanian bulgarian hungarian czech slovak ukrainian russian lithuanian latvian estonian albanian kosovan
    greek turkish kurdish cypriot arabic arab iranian persian iraqi syrian lebanese afghan pakistani indian bengali
    bangladeshi sri tamil nepalese nepali chinese cantonese mandarin japanese korean vietnamese thai filipino malaysian
    indonesian african nigerian ghanaian kenyan ugandan somali ethiopian eritrean sudanese congolese zimbabwean gambian
    caribbean jamaican trinidadian barbadian brazilian colombian mexican asian european latin black white mixed roma
    romany gypsy traveller muslim christian catholic protestant anglican jewish hindu sikh buddhist islamic punjabi urdu
    gujarati hindi pashto dari farsi swahili yoruba igbo twi tigrinya amharic sylheti austrian dutch danish swedish
    norwegian finnish belgian swiss serbian croatian bosnian slovenian moroccan algerian tunisian egyptian libyan
    methodist baptist quaker quakers pentecostal evangelical orthodox presbyterian mormon sami saami lapp inuit maori basque catalan kurds turks poles germans austrians greeks russians jews arabs
    romani sorani
    kurmanji tigrinyan israeli palestinian saudi yemeni georgian armenian`,
  jargon: `act section article protocol convention directive regulation regulations rule schedule code guidance policy
    procedure procedures framework model theory plan plans need protection conference review reviews panel pathway
    assessment assessments referral order orders proceedings strategy meeting team teams duty safeguarding early help
    hub mash marac mappa asye cpd amhp bia dols mca mha ehcp eph cin cp lac pep iro cafcass supervision reflection
    reflective practice standards standard professional capabilities learning training module course webinar podcast
    chapter volume part level stage phase step working together signs safety systemic strengths motivational
    interviewing attachment trauma informed restorative contextual mosaic liquidlogic zoom excel word outlook powerpoint
    google microsoft apple whatsapp facebook instagram twitter youtube netflix covid ptsd adhd asd nhs gp`,
  particle: `de da do dos das del della di du van der den von zu la le el al bin ibn bint abu ben ould ap ab mac mc o
    st san ul ur dos ter ten y e`,
  meeting: `met visited saw contacted rang phoned telephoned emailed supported interviewed assessed introduced
    accompanied thanked helped greeted hugged joined observed shadowed with and dear hi hello for from by about`,
  naming: `called named name names nicknamed known nee aka alias surname forename`,
}

const classByWord: ReadonlyMap<string, number> = listClasses()

function listClasses(): Map<string, number> {
  const classes = new Map<string, number>()
  for (const [name, words] of Object.entries(lists)) {
    for (const word of words.split(/\s+/)) {
      // The first list that has a word keeps it.
      if (!classes.has(word)) classes.set(word, wordClasses[name as keyof typeof wordClasses])
    }
  }
  return classes
}

/** `word` as `foldWord` leaves it. */
export function classOf(word: string): number {
  return classByWord.get(word) ?? 0
}
