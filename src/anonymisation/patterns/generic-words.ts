/**
 * Words that name no particular school, team or home: of "Leaving Care Team" every word says what it does, of "Northside
 * Locality Team" one says which. Small letters, straight apostrophes.
 */
export function isGeneric(word: string): boolean {
  const plain = word.toLowerCase().replaceAll('’', "'").replace(/\.$/, '')
  return (
    genericWords.has(plain) || (plain.includes('-') && plain.split('-').every(part => genericWords.has(part)))
  )
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

const genericWords = new Set(
  // Lead-ins and small words, so that a heading in capitals names nothing.
  (
    'a an and any at all another as both but by each either every for from her his how in into is it its my no not of on one ' +
    'or our own out over per she so some such than that the their then there these they this those through to two three under ' +
    'until up was we what when where which while who why with within without you your after before during i if no new old ' +
    'first second third next last whole other same different good best better great right wrong real true full half ' +
    // Schools.
    'primary secondary infant infants junior juniors high middle upper lower grammar comprehensive special boarding public ' +
    'private state free faith mainstream nursery pre preschool catholic roman rc ce c e church england anglican jewish muslim ' +
    'islamic hindu sikh christian methodist baptist community village local sunday saturday summer winter girls boys ' +
    "girls' boys' virtual alternative provision independent maintained sixth form further higher education law medical " +
    'business art drama dance music forest studio technical day night evening teaching training leadership learning academy ' +
    'academies school schools college university open staff practice social work worker workers workforce professional ' +
    'development research frontline step up think ahead assessed supported year asye steiner montessori royal ' +
    // Teams, services and homes.
    "team teams duty assessment access adult adults adult's adults' child children children's childrens family families " +
    "family's fostering foster adoption adoptions care carer carers carers' leaving leavers looked locality localities north " +
    'south east west northern southern eastern western central city town county borough district area region regional ' +
    'national mental health healthcare hospital discharge early help intervention mash emergency hours youth justice ' +
    'offending offender disability disabilities disabled support supporting supported services service integrated multi ' +
    'agency crisis home homes house treatment reablement review reviewing reviews transition transitions complex complexity ' +
    'response contact referral referrals court courts connected persons person kinship special guardianship quality ' +
    'assurance senior management manager leadership project amhp camhs cmht dols approved specialist intensive assertive ' +
    "outreach rapid older people people's peoples young homeless housing prevention preventative domestic abuse violence " +
    'substance misuse drug drugs alcohol edge safeguarding protection protective looked-after corporate parenting ' +
    'participation placement placements commissioning contracts brokerage finance legal hr human resources it admin ' +
    'administration business operations operational strategic strategy policy performance improvement learning ' +
    'neighbourhood neighbourhoods generic long term short breaks brief initial front door single point hub advice ' +
    'guidance information planning plan permanence pre-birth birth unborn perinatal maternity midwifery midwives health ' +
    'visiting visitors visitor nurse nurses nursing therapy therapies therapeutic occupational psychology psychological ' +
    'psychiatric psychiatry physical sensory deaf blind hearing visual impairment dementia memory autism neuro ' +
    'developmental send sen ehcp attendance inclusion exclusions behaviour pastoral welfare safer recruitment practice ' +
    'principal whole system systems systemic multidisciplinary interdisciplinary inter professional network core group ' +
    'around pupil policy senior executive board partnership partnerships joint strategic public protecting probation prison police fire ' +
    'rescue ambulance custody witness victim victims crown prosecution legal aid disclosure barring immigration asylum ' +
    'refugee migrant unaccompanied seeking resettlement exploitation missing contextual gangs serious violence trafficking ' +
    'modern slavery extremism prevent channel rough sleeping end life palliative hospice acute stroke surgical surgery ' +
    'medical medicine general clinical clinic ward unit icu itu a&e accident emergency paediatric neonatal ante natal ' +
    'postnatal rehabilitation rehab recovery secure forensic low medium open closed locked inpatient outpatient in-patient ' +
    'day residential nursing respite extra sheltered living shared lives semi supported accommodation therapeutic assessment ' +
    "mother baby parent parents parental parent-and-child parenting father fathers fathers' womens women women's men men's " +
    'elderly frail frailty falls sensory intermediate transfer trusted assessor brain injury gp gps doctor doctors ' +
    'dental dentist minor cosmetic heart knee hip eye walk bereavement counselling wellbeing well being ' +
    'resource resources leisure sports sport youth drop call contact conference visitor information job jobcentre citizens ' +
    'customer client clients employment skills enterprise volunteer voluntary charity charitable friends friendly safe open ' +
    'white chatham common commons lords halfway big little small large main entire current previous former ' +
    'british english welsh scottish irish european international united kingdom uk nhs foundation trust department ' +
    'government parish student students council councils advisory arts privy security research sentencing judicial ' +
    'nursing midwifery professions general teaching refugee world foreign armed forces military transport metropolitan ' +
    "internal external met civil family high supreme tribunal magistrates youth coroner's coroners local authority authorities " +
    'reformed orthodox pentecostal evangelical united free quaker buddhist hindu holy parish mosque temple ' +
    // Methods and software, which have teams too.
    'signs safety mosaic liquidlogic zoom microsoft webex excel word power reflective reflection supervision peer mentoring ' +
    'coaching action set book journal reading club champion champions ambassadors steering working task finish ' +
    // Days and months.
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
    'october november december easter christmas spring autumn'
  ).split(' '),
)
