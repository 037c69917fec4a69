/**
 * Words that name no particular school, team or home: of "Leaving Care Team" every word says what it does, of "Northside
 * Locality Team" one says which. Small letters, straight apostrophes.
 */
export function isGeneric(word: string): boolean {
  const plain = word.toLowerCase().replaceAll('’', "'").replace(/\.$/, '')
  return isListed(plain) || (plain.includes('-') && plain.split('-').every(isListed))
}

function isListed(word: string): boolean {
  return genericWords.has(stemOf(word))
}

function stemOf(word: string): string {
  return word.length > 3 ? word.replace(/(?:'s|s'|s)$/, '') : word
}

/** Words that begin a sentence before a name: "Visited Oakfield School". */
export function isLeadIn(word: string): boolean {
  return /(?:ed|ing)$/.test(word) || leadIns.has(word.toLowerCase())
}

const leadIns = new Set(
  (
    'a an and another any as at after also although because before both but by despite during each either every following for ' +
    'from had has have having he her here his how however i if in into is it its later like met my near neither no nor not of ' +
    'on one once or our over per rang saw she since so some spoke such than that the their then there these they this those ' +
    'though through to today tomorrow under until upon was we went were what when where which while who why with within ' +
    'without yes yesterday you your left told took wrote gave got did does do let via re all two three four new dear see'
  ).split(' '),
)

// Without plurals and possessives that differ by their ending only.
const genericWords = new Set(
  // Lead-ins and small words, so that a heading in capitals names nothing.
  (
    'a an and any at all another as both but by each either every for from her his how in into is it its my no ' +
    'not of on one or our own out over per she so some such than that the their then there these they thi those ' +
    'through to two three under until up was we what when where which while who why with within without you your ' +
    'after before during i if new old first second third next last whole other same different good best better ' +
    'great right wrong real true full half ' +
    // Schools.
    'primary secondary infant junior high middle upper lower grammar comprehensive special boarding public ' +
    'private state free faith mainstream nursery pre preschool catholic roman rc ce c e church england anglican ' +
    'jewish muslim islamic hindu sikh christian methodist baptist community village local sunday saturday summer ' +
    'winter girl boy virtual alternative provision independent maintained sixth form further higher education ' +
    'law medical business art drama dance music forest studio technical day night evening teaching training ' +
    'leadership learning academy academies school college university open staff practice social work worker ' +
    'workforce professional development research frontline step think ahead assessed supported year asye steiner ' +
    'montessori royal ' +
    // Teams, services and homes.
    'team duty assessment access adult child children family families fostering foster adoption care carer leaving ' +
    'leaver looked locality localities north south east west northern southern eastern western central city town ' +
    'county borough district area region regional national mental health healthcare hospital discharge early ' +
    'help intervention mash emergency hour youth justice offending offender disability disabilities disabled ' +
    'support supporting service integrated multi agency crisis home house treatment reablement review reviewing ' +
    'transition complex complexity response contact referral court connected person kinship guardianship quality ' +
    'assurance senior management manager project amhp camhs cmht dols approved specialist intensive assertive ' +
    'outreach rapid older people young homeless housing prevention preventative domestic abuse violence substance ' +
    'misuse drug alcohol edge safeguarding protection protective looked-after corporate parenting participation ' +
    'placement commissioning contract brokerage finance legal hr human resource admin administration operation ' +
    'operational strategic strategy policy performance improvement neighbourhood generic long term short break ' +
    'brief initial front door single point hub advice guidance information planning plan permanence pre-birth ' +
    'birth unborn perinatal maternity midwifery midwives visiting visitor nurse nursing therapy therapies ' +
    'therapeutic occupational psychology psychological psychiatric psychiatry physical sensory deaf blind ' +
    'hearing visual impairment dementia memory autism neuro developmental send sen ehcp attendance inclusion ' +
    'exclusion behaviour pastoral welfare safer recruitment principal system systemic multidisciplinary ' +
    'interdisciplinary inter network core group around pupil executive board partnership joint protecting ' +
    'probation prison police fire rescue ambulance custody witness victim crown prosecution aid disclosure ' +
    'barring immigration asylum refugee migrant unaccompanied seeking resettlement exploitation missing ' +
    'contextual gang serious trafficking modern slavery extremism prevent channel rough sleeping end life ' +
    'palliative hospice acute stroke surgical surgery medicine general clinical clinic ward unit icu itu a&e ' +
    'accident paediatric neonatal ante natal postnatal rehabilitation rehab recovery secure forensic low medium ' +
    'closed locked inpatient outpatient in-patient residential respite extra sheltered living shared live semi ' +
    'accommodation mother baby parent parental parent-and-child father women men elderly frail frailty fall ' +
    'intermediate transfer trusted assessor brain injury gp gps doctor dental dentist minor cosmetic heart knee ' +
    'hip eye walk bereavement counselling wellbeing well being leisure sport drop call conference job jobcentre ' +
    'citizen customer client employment skill enterprise volunteer voluntary charity charitable friend friendly ' +
    'safe white chatham common lord halfway big little small large main entire current previous former british ' +
    'english welsh scottish irish european international united kingdom uk nhs foundation trust department ' +
    'government parish student council advisory privy security sentencing judicial profession world foreign ' +
    'armed force military transport metropolitan internal external met civil supreme tribunal magistrate coroner ' +
    'authority authorities reformed orthodox pentecostal evangelical quaker buddhist holy mosque temple ' +
    // Methods and software, which have teams too.
    'sign safety mosaic liquidlogic zoom microsoft webex excel word power reflective reflection supervision peer ' +
    'reflecting supervised age polish mentoring coaching action set book journal reading club champion ambassador steering working task finish ' +
    // Days and months.
    'monday tuesday wednesday thursday friday january february march april may june july august september ' +
    'october november december easter christmas spring autumn'
  )
    .split(' ')
    .map(stemOf),
)
