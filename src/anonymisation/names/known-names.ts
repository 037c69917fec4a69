/**
 * What is published or official: no one's identity, and a note at most. Written down from reading lists, codes and laws that
 * social workers in England cite. A person here goes by surname; whether it is the theorist or somebody of that name is for
 * `find-names.ts` to tell by what stands around it.
 */

/** Authors and theorists, `given names/surname`: the given names are what may stand before it. */
const authorLines = `
  Donald Forrester|Eileen Munro|David Kolb|John Bowlby|Mary Ainsworth|Donald Winnicott|Donald Schön|Donald Schon|Graham Gibbs|
  Urie Bronfenbrenner|Joan Tronto|Jean Piaget|Lev Vygotsky|Erik Erikson|Sigmund Freud|Anna Freud|Melanie Klein|Carl Rogers|
  Carl Jung|Abraham Maslow|Albert Bandura|Burrhus Skinner|Ivan Pavlov|Harry Harlow|Mary Main|Patricia Crittenden|Allan Schore|
  Daniel Siegel|Dan Siegel|Bruce Perry|Bessel van der Kolk|Judith Herman|Peter Fonagy|Jeremy Holmes|David Howe|Gillian Schofield|
  Mary Beek|Vera Fahlberg|Gillian Ruch|Laurence Shulman|Tony Morrison|Jane Wonnacott|Alfred Kadushin|Peter Hawkins|Robin Shohet|
  Steve de Shazer|Insoo Kim Berg|William Miller|Stephen Rollnick|James Prochaska|Carlo DiClemente|Andrew Turnell|Steve Edwards|
  Sonia Parker|Nicki Weld|Isabelle Trowler|Steve Goodman|Karen Broadhurst|Sue White|Harry Ferguson|Brid Featherstone|Kate Morris|
  Paul Bywaters|Anna Gupta|Marian Brandon|Peter Sidebotham|Jenny Pearce|Carlene Firmin|Ray Jones|Peter Reder|Sylvia Duncan|
  Lord Laming|Josh MacAlister|Alan Wood|Martin Narey|David Croisdale-Appleby|Moira Gibb|Robert Francis|Alexis Jay|
  Neil Thompson|Malcolm Payne|Lena Dominelli|Sarah Banks|Ann Davis|Jane Fook|Fiona Gardner|Jan Fook|Chris Beckett|Viviene Cree|
  Barbara Teater|Juliet Koprowska|Pamela Trevithick|Siobhan Maclean|Mark Doel|Steven Shardlow|Jonathan Parker|Greta Bradley|
  Robert Adams|Michael Preston-Shoot|Suzy Braye|Alison Brammer|Robert Johns|Hugh England|Paulo Freire|Bell Hooks|
  Michel Foucault|Pierre Bourdieu|Erving Goffman|Jürgen Habermas|Karl Marx|Max Weber|Emile Durkheim|Antonio Gramsci|
  Kimberlé Crenshaw|Kimberle Crenshaw|Patricia Hill Collins|Audre Lorde|Judith Butler|Stuart Hall|Frantz Fanon|Edward Said|
  Immanuel Kant|John Stuart Mill|Jeremy Bentham|Aristotle|Socrates|Plato|John Rawls|Amartya Sen|Martha Nussbaum|Carol Gilligan|
  Nel Noddings|Tom Kitwood|Dawn Brooker|Atul Gawande|Elisabeth Kübler-Ross|Elisabeth Kubler-Ross|Kübler-Ross|Colin Murray Parkes|
  William Worden|Dennis Klass|Margaret Stroebe|Henk Schut|John Burnham|Gianfranco Cecchin|Luigi Boscolo|Mara Selvini Palazzoli|
  Salvador Minuchin|Murray Bowen|Virginia Satir|Michael White|David Epston|Gregory Bateson|Barnett Pearce|Vernon Cronen|
  Monica McGoldrick|Eric Berne|Fritz Perls|Aaron Beck|Albert Ellis|Marsha Linehan|Paul Gilbert|Kristin Neff|Jon Kabat-Zinn|
  Viktor Frankl|Stephen Karpman|Karpman|Brené Brown|Brene Brown|Daniel Kahneman|Amos Tversky|Gary Klein|Chris Argyris|Peter Senge|
  Etienne Wenger|Jean Lave|Malcolm Knowles|Peter Honey|Alan Mumford|Terry Borton|Gary Rolfe|Christopher Johns|Stephen Brookfield|
  Jack Mezirow|Jenny Moon|David Boud|John Dewey|Benjamin Bloom|Dave Snowden|Daniel Goleman|Kurt Lewin|John Kotter|
  Meredith Belbin|Bruce Tuckman|Joseph Luft|Harrington Ingham|Paul Hersey|Ken Blanchard|Michael West|Amy Edmondson|
  Isabel Menzies Lyth|Menzies Lyth|Wilfred Bion|Robert Karen|Michael Rutter|Michael Lamb|Jay Belsky|James Garbarino|Ann Masten|
  Robbie Gilligan|Norman Garmezy|Roger Bullock|Spencer Millham|David Finkelhor|David Olds|Evan Stark|Liz Kelly|Marianne Hester|
  Jane Monckton Smith|Lundy Bancroft|Ellen Pence|Michael Paymar|Jalna Hanmer|Roger Hart|Laura Lundy|Lundy|Harry Shier|Shier|
  Sherry Arnstein|Arnstein|Michael Oliver|Mike Oliver|Vic Finkelstein|Tom Shakespeare|Colin Barnes|Wolf Wolfensberger|
  Peter Beresford|Simon Duffy|John O'Brien|Helen Sanderson|Chris Glendinning|Martin Stevens|Jill Manthorpe|Michelle Cornes|
  Alex Ruck Keene|Neil Allen|Baroness Hale|Lady Hale|Lord Denning|Ian Sinclair|June Thoburn|Jonathan Dickens|Judith Masson|
  Nigel Thomas|Jane Tunstill|Jane Aldgate|Wendy Rose|Hedy Cleaver|Danya Glaser|Jan Horwath|Olive Stevenson|Brigid Daniel|
  Sally Wassell|Robin Sen|Lisa Bostock|Mary Baginsky|Sarah Golightly|Rick Hood|Andrew Whittaker|Brian Taylor|Joan Cherry|
  Terri Scott|Duncan Helm|Eileen Gambrill|Aron Shlonsky|Geraldine Macdonald|Stephen Webb|Nigel Parton|Iain Ferguson|
  Michael Lavalette|Bob Holman|Jane Addams|Octavia Hill|Mary Richmond|Clement Attlee|William Beveridge|Beveridge|
  Florence Hollis|Helen Harris Perlman|Felix Biestek|Biestek|Gerard Egan|Egan|Robert Carkhuff|Reid and Epstein|Compton|Galaway|
  Pincus and Minahan|Germain and Gitterman|Bailey and Brake|Corrigan and Leonard|Hardiker|Driscoll|Atkins and Murphy|Boud|
  Ixer|Eraut|Argyris|Schön's|Cooper|Lees|Wilkins|Ferguson|Forrester|Munro|Turnell|Tuckman|Belbin|Johari|Ofsted|
  Dan Hughes|Kim Golding|Daniel Hughes|Louise Bombèr|Louise Bomber|Caroline Archer|Margot Sunderland|Suzanne Zeedyk|
  Stephen Porges|Gabor Maté|Gabor Mate|Vincent Felitti|Robert Anda|Nadine Burke Harris|Peter Levine|Babette Rothschild|
  Laura van Dernoot Lipsky|Charles Figley|Laurie Anne Pearlman|Christina Maslach|Christina Clegg|Gail Kinman|Louise Grant|
  Paula McFadden|John Ravalier|Jermaine Ravalier|Andy Gill|Samantha Baron|Jenny Molloy|Lemn Sissay|Claudia Bernard|
  Prospera Tedam|Wayne Reid|Anna Glinski|Dez Holmes|Gerry Nosowska|Lynn Romeo|Lyn Romeo|Fran Leddra|Rhian Taylor|Tanya Moore|
  Elaine Arnold|Paul Hoggett|Andrew Cooper|Julian Lousada|Janet Mattinson|Margaret Rustin|Michael Rustin|Susan Isaacs|
  Esther Bick|Selma Fraiberg|Colwyn Trevarthen|Edward Tronick|Ed Tronick|Daniel Stern|Beatrice Beebe|Arietta Slade|
  Miriam Steele|Howard Steele|Jude Cassidy|Carol George|Everett Waters|Alan Sroufe|Byron Egeland|Marinus van IJzendoorn|
  Karin Grossmann|Inge Bretherton|Glen Cooper|Bert Powell|Kent Hoffman|Femmie Juffer|Pasco Fearon|Jonathan Green|
  Pauline Boss|Paul Meehl|Sue Gerhardt|Ruth Lister|David Orr|Julian Hughes|Charles Snyder|Rick Snyder|Brigid Proctor|Graham Music|
  Margaret Heffernan|Matthew Syed|James Reason|Sidney Dekker|Danny Dorling|Kate Pickett|Richard Wilkinson|Michael Marmot|
  Dennis Saleebey|Charles Rapp|Karen Healy|Bob Mullaly|Joyce Lishman|Veronica Coulshed|Joan Orme|Judith Milner|Patrick O'Byrne|
  Chris Trotter|Marian Barnes|Suzy Croft|Daisy Bogg|Malcolm Golightley|Hazel Kemshall|Mike Titterton|Martin Calder|Helen Buckley|
  Brian Corby|David Shemmings|Yvonne Shemmings|Sheila Fish|Nicky Stanley|Cathy Humphreys|Lorraine Radford|John Devaney|
  Jonathan Scourfield|Nina Maxwell|Nina Biehal|Jim Wade|Mike Stein|Philip Mendes|Harriet Ward|Julie Selwyn|Elsbeth Neil|
  Janet Boddy|Claire Cameron|Pat Petrie|Sally Holland|Alyson Rees|David Westlake|Clive Diaz|David Wilkins|Liz Beddoe|
  Kieran O'Donoghue|Allyson Davys|Carolyn Noble|Mel Gray|Danielle Turney|Linnet McMahon|Michelle Lefevre|Barry Luckock|
  Karen Winter|Camille Warrington|Kristine Hickle|Lucie Shuker|Lauren Wroe|Maddy Coy|Aisha Gill|Hannana Siddiqui|Ravi Thiara|
  Ravinder Barn|Charles Husband|Bandana Ahmad|Frank Keating|Suman Fernando|Hári Sewell|Siobhan Laird|Gurnam Singh|
  Stephen Cowden|Jenny Weinstein|Peter Scott|Robin Lovelock|Jackie Powell|Joan Beck|Steve Rogowski|Chris Jones|
  Nick Frost|Michael Little|Dartington|Jean Packman|Jane Rowe|Lydia Lambert|David Quinton|Alan Rushton|Caroline Lindsey|
  Margaret DeJong|Kenneth Redgrave|Violet Oaklander|Virginia Axline|Margaret Lowenfeld|Clare Winnicott|Juliet Mitchell|
  Alice Miller|Ronald Fairbairn|Harry Guntrip|Heinz Kohut|Otto Kernberg|Thomas Ogden|Christopher Bollas|Adam Phillips|
  Irvin Yalom|Rollo May|Ludwig Binswanger|Thomas Szasz|Ronald Laing|Laing|Franco Basaglia|Peter Breggin|Richard Bentall|
  Joanna Moncrieff|Lucy Johnstone|Mary Boyle|Jo Watson|Pete Sanders|Windy Dryden|Petruska Clarkson|Stanislav Grof|
  Roberto Assagioli|Arnold Lazarus|Joseph Wolpe|Edward Thorndike|John Watson|Clark Hull|Edward Tolman|Jerome Bruner|
  Howard Gardner|Lawrence Kohlberg|Robert Kegan|Daniel Levinson|Jane Loevinger|Robert Havighurst|Arnold Gesell|
  Stanley Milgram|Solomon Asch|Philip Zimbardo|Leon Festinger|Henri Tajfel|Gordon Allport|Muzafer Sherif|Irving Janis|
  Carol Dweck|Angela Duckworth|Martin Seligman|Mihaly Csikszentmihalyi|Edward Deci|Nancy Kline|Timothy Gallwey|
  John Whitmore|Stephen Covey|Simon Sinek|Adam Grant|Charles Handy|Peter Drucker|Edgar Schein|Ronald Heifetz|Otto Scharmer|
  Margaret Wheatley|Henry Mintzberg|Mary Parker Follett|Frederick Taylor|Douglas McGregor|Frederick Herzberg|
  Robert Greenleaf|James MacGregor Burns|Bernard Bass|John Adair|Adair|Robert Blake|Gareth Morgan|Ralph Stacey|Patrick Lencioni|
  Kerry Patterson|Marshall Rosenberg|John Gottman|Gary Chapman|Virginia Held|Alasdair MacIntyre|Emmanuel Levinas|Martin Buber|
  Hannah Arendt|Simone de Beauvoir|Jean-Paul Sartre|Friedrich Nietzsche|Thomas Hobbes|John Locke|Jean-Jacques Rousseau|
  Ludwig Wittgenstein|Thomas Kuhn|Karl Popper|Zygmunt Bauman|Anthony Giddens|Ulrich Beck|Ivan Illich|Nikolas Rose|
  Raewyn Connell|Ann Oakley|Dorothy Smith|Sara Ahmed|Reni Eddo-Lodge|Akala|Ibram Kendi|Robin DiAngelo|Layla Saad|Derald Wing Sue|
  Peggy McIntosh|Derrick Bell|Richard Delgado|Paul Gilroy|Gary Craig|Peter Townsend|Richard Titmuss|Seebohm Rowntree|
  Joseph Rowntree|Charles Booth|Aneurin Bevan|Barbara Castle|Herbert Laming|Louis Blom-Cooper|Elizabeth Butler-Sloss|
  Baroness Casey|Louise Casey|Hilary Cass|Kate Oakley|Annie Hudson|Jenny Coles|Edward Timpson|Timpson|Anne Longfield|
  Rachel de Souza|Maggie Atkinson|Al Aynsley-Green|Carolyne Willow|Mike Penhale|Susan Howell|Harry Boyte|Andrew McFarlane|
  James Munby|Munby|Mostyn|Hayden|Peter Jackson LJ|Wall LJ|Sedley|Bingham|Denning|Kerr|Neuberger|Sumption|Gross|Charles J|
  Mary Richmond|Bertha Reynolds|Jessie Taft|Virginia Robinson|Howard Goldstein|Carel Germain|Alex Gitterman|Allen Pincus|
  Anne Minahan|William Reid|Laura Epstein|Naomi Golan|Howard Parad|Gerald Caplan|Erich Lindemann|Albert Roberts|
  Lydia Rapoport|Peter Lehmann|Charlotte Towle|Helen Northen|William Schwartz|Lawrence Shulman|Irvin Epstein|
  Tony Ghaye|Sue Lillyman|Linda Finlay|Beverly Taylor|Barbara Carper|Carper|Patricia Benner|Benner|Hubert Dreyfus|
  Stuart Dreyfus|Michael Eraut|Victoria Marsick|Max van Manen|Van Manen|Graham Ixer|Sue Atkins|Kathy Murphy|John Driscoll|
  Elaine Cumming|Erving Polster|Kate Cooney|Stephen Joseph|Richard Tedeschi|Lawrence Calhoun|George Bonanno|Tonkin|
  Lois Tonkin|Therese Rando|Robert Neimeyer|Julia Samuel|Kathryn Mannix|Cicely Saunders|Steve Biddulph|Philippa Perry|
  Oliver James|Camila Batmanghelidjh|Torey Hayden|Cathy Glass|Dave Pelzer|Viv Cree|Betsy de Thierry|Karen Treisman|
  Maya Angelou|Toni Morrison|Connor Sparrowhawk|Casey|MacAlister|Laming|Narey|Trowler
`

const officialLines = `
  Social Work England|Skills for Care|Ofsted|Care Quality Commission|CQC|BASW|British Association of Social Workers|SCIE|
  Social Care Institute for Excellence|NICE|National Institute for Health and Care Excellence|NSPCC|Barnardo's|Barnardos|Childline|
  Research in Practice|Making Research Count|Community Care|Department for Education|DfE|Department of Health and Social Care|DHSC|
  Home Office|Ministry of Justice|Supreme Court|Court of Appeal|High Court|Court of Protection|Family Court|House of Lords|
  House of Commons|Parliament|European Court of Human Rights|United Nations|UNICEF|World Health Organization|
  World Health Organisation|NHS England|NHS|Cafcass|CAFCASS|Youth Justice Board|College of Policing|HCPC|
  Health and Care Professions Council|General Social Care Council|GSCC|Nursing and Midwifery Council|NMC|GMC|
  General Medical Council|Local Government Association|LGA|ADCS|ADASS|Association of Directors of Children's Services|
  Association of Directors of Adult Social Services|Children's Commissioner|Information Commissioner's Office|ICO|
  Equality and Human Rights Commission|EHRC|Local Government and Social Care Ombudsman|Ombudsman|Coram|CoramBAAF|BAAF|
  Family Rights Group|What Works Centre|What Works for Early Intervention and Children's Social Care|Foundations|
  Early Intervention Foundation|Anna Freud Centre|Tavistock|Tavistock Institute|Tavistock and Portman|Frontline|Step Up to Social Work|
  Think Ahead|Unison|UNISON|Social Workers Union|Social Workers' Union|Mind|Rethink|Age UK|Alzheimer's Society|Carers UK|Mencap|
  Scope|Shelter|Crisis|Samaritans|Refuge|Women's Aid|SafeLives|Respect|Stonewall|Mermaids|Kooth|Young Minds|YoungMinds|
  National Autistic Society|Become|Article 39|Children's Society|The Children's Society|Action for Children|Save the Children|
  Kinship|Grandparents Plus|Adoption UK|Fostering Network|The Fostering Network|Joseph Rowntree Foundation|King's Fund|
  Nuffield Foundation|Nuffield Family Justice Observatory|Health Foundation|Royal College of Psychiatrists|British Psychological Society|
  Local Safeguarding Children Partnership|Safeguarding Adults Board|Child Safeguarding Practice Review Panel|
  Open University|Skills for Health|Disclosure and Barring Service|DBS|Crown Prosecution Service|CPS|Legal Aid Agency|
  National Crime Agency|Driver and Vehicle Licensing Agency|Department for Work and Pensions|DWP|HMRC|Refugee Council|
  Red Cross|British Red Cross|Every Child Protected Against Trafficking|ECPAT|Migrant Help|Citizens Advice|Turning Point|
  Alcoholics Anonymous|Narcotics Anonymous|Al-Anon|Royal College of Nursing|College of Social Work|The College of Social Work|
  Office for National Statistics|ONS|BBC|Guardian|The Guardian|Radio 4|TED|YouTube|Community Care Inform|Basis Care|
  Signs of Safety|Signs of Wellbeing|Systemic Practice|Family Safeguarding|Safe and Together|Restorative Practice|
  Motivational Interviewing|Family Group Conference|Family Group Conferencing|Contextual Safeguarding|Strengthening Families|
  Solution Focused|Solution-Focused Brief Therapy|Task-Centred Practice|Reclaiming Social Work|No Wrong Door|Mockingbird|
  Team Around the Child|Team Around the Family|Team Around the School|Graded Care Profile|Outcomes Star|Three Houses|
  Three Conversations|Making Safeguarding Personal|Every Child Matters|Working Together|Working Together to Safeguard Children|
  Keeping Children Safe in Education|Getting It Right for Every Child|Independent Review of Children's Social Care|
  Stable Homes, Built on Love|Putting Children First|Putting People First|Valuing People|Professional Capabilities Framework|PCF|
  Knowledge and Skills Statement|Knowledge and Skills Statements|Professional Standards|Code of Ethics|Triangle of Care|
  Public Law Outline|Social GRACES|Social Graces|Social GGRRAAACCEEESSS|Johari Window|Karpman Drama Triangle|Drama Triangle|
  Maslow's Hierarchy of Needs|Cycle of Change|Circle of Security|Dyadic Developmental Psychotherapy|DDP|PACE|Theraplay|
  Video Interaction Guidance|Triple P|Incredible Years|Webster-Stratton|Solihull Approach|Thrive|Nurtured Heart|Positive Behaviour Support|
  Safewards|Open Dialogue|Recovery Star|Care Programme Approach|Wellness Recovery Action Plan|Dialectical Behaviour Therapy|DBT|
  Cognitive Behavioural Therapy|CBT|EMDR|Narrative Therapy|Tree of Life|Life Story Work|Kawa Model|Duluth Model|Power and Control Wheel|
  DASH|Caledonian System|Freedom Programme|Recovery Toolkit|Strengths-Based Practice|Relationship-Based Practice|
  Anti-Racist Practice|Anti-Oppressive Practice|PCS Model|Thompson's PCS|Social Model of Disability|Ecological Systems Theory|
  Attachment Theory|Crisis Intervention|Systems Theory|Intersectionality|Critical Race Theory|Experiential Learning Cycle|
  Reflective Cycle|Weather Model|What, So What, Now What|Four Stage Contracting|Practice Supervisor Development Programme|PSDP|
  Prevent|Channel|Operation Encompass|Clare's Law|Claire's Law|Sarah's Law|Martha's Rule|Seni's Law|Oliver McGowan|
  Oliver McGowan Mandatory Training|Caldicott|Caldicott Guardian|Cheshire West|Re B-S|Re W|Merton|Gillick|Gillick competence|
  Gillick competent|Gillick competency|Fraser|Fraser guidelines|Bolam|Bournewood|Winterbourne View|Whorlton Hall|Mid Staffordshire|Mid Staffs|
  Grenfell|Hillsborough|Windrush|Rotherham inquiry|Telford inquiry|Munro review|Marmot review|Schwartz Rounds|Schwartz Round|Talking Mats|Nagalro|Balint group|Balint|Timpson review|Wood report|MacAlister review|Hackitt review|Lammy review|Bradley report|Corston report|Dilnot|Dilnot commission|Ockenden review|Kark review|Hallett inquiry|Mentalisation-Based Treatment|Mentalisation|AMBIT|MAGIC|Mirror Two|Family Finding|Lifelong Links|Pause|Born into Care|Baby Loss|Thinkuknow|Think Family|Whole Family|Supporting Families|Troubled Families|Family Hubs|Start for Life|Sure Start|Pathfinder|Families First|Families First Partnership|Children's Social Care National Framework|National Framework|Munby|Skills for Justice|Shelter|Munro report|Laming report|Laming inquiry|
  Victoria Climbié|Victoria Climbie|Peter Connelly|Baby P|Baby Peter|Maria Colwell|Daniel Pelka|Arthur Labinjo-Hughes|
  Star Hobson|Khyra Ishaq|Steven Hoskin|Stephen Hoskin|Sara Sharif|Child Q|Child T|Jasmine Beckford|Kimberley Carlile|
  Holly Wells|Jessica Chapman|Stephen Lawrence|Jimmy Savile|Casey review|Casey report|Francis report|Francis inquiry|Cass review|
  Cass report|Macpherson report|Beveridge report|Seebohm report|Barclay report|Griffiths report|Cleveland inquiry|
  Care Act|Children Act|Children Acts|Mental Capacity Act|Mental Health Act|Human Rights Act|Equality Act|Adoption and Children Act|
  Children and Families Act|Children and Social Work Act|Domestic Abuse Act|Modern Slavery Act|Data Protection Act|
  Homelessness Reduction Act|Serious Crime Act|Care Standards Act|Health and Social Care Act|Autism Act|Chronically Sick and Disabled Persons Act|
  National Assistance Act|NHS and Community Care Act|Immigration Act|Immigration and Asylum Act|Nationality and Borders Act|
  Female Genital Mutilation Act|Forced Marriage Act|Sexual Offences Act|Crime and Disorder Act|Legal Aid Act|Family Law Act|
  Children's Wellbeing and Schools Act|Children's Wellbeing and Schools Bill|Care Act guidance|Housing Act|Freedom of Information Act|
  Public Interest Disclosure Act|Police and Criminal Evidence Act|Rehabilitation of Offenders Act|Marriage Act|
  General Data Protection Regulation|UK GDPR|GDPR|Liberty Protection Safeguards|Deprivation of Liberty Safeguards|
  United Nations Convention on the Rights of the Child|UN Convention on the Rights of the Child|UNCRC|
  European Convention on Human Rights|ECHR|Convention on the Rights of Persons with Disabilities|Staying Put|Staying Close|
  Local Offer|Children's Homes Regulations|Care Planning Regulations|Fostering Services Regulations|Independent Reviewing Officers Handbook|
  Mosaic|Liquidlogic|Liquid Logic|Eclipse|Azeus|SystmOne|System One|RiO|Carenotes|EMIS|Capita One|Teams|Microsoft Teams|
  Zoom|Excel|Word|Outlook|PowerPoint|SharePoint|OneNote|Google|WhatsApp|Facebook|Instagram|Snapchat|TikTok|Twitter|LinkedIn|
  Netflix|Copilot|Magic Notes|ChatGPT|Beam|Eventbrite|Slido|Mentimeter|Padlet|Miro|Kahoot|
  Down's syndrome|Down syndrome|Asperger's|Asperger|Asperger's syndrome|Parkinson's|Parkinson's disease|Alzheimer's|
  Alzheimer's disease|Huntington's|Huntington's disease|Tourette's|Tourette syndrome|Korsakoff's|Korsakoff syndrome|Lewy body|
  Munchausen|Stockholm syndrome|Prader-Willi|Rett syndrome|Edwards syndrome|Capgras|Wernicke|Diogenes syndrome|
  Waterlow|Barthel|Addenbrooke's|Beck Depression Inventory|Edinburgh Postnatal Depression Scale|Glasgow Coma Scale|Braden|
  Bristol stool chart|Montreal Cognitive Assessment|Strengths and Difficulties Questionnaire|
  39 Essex Chambers|Essex Chambers|Power BI|Dragon's Den|Person-Centred|Person-Centred Planning|Person-Centred Care|Princess Royal|Prince of Wales|Princess of Wales|King Charles|Queen Elizabeth|Queen Victoria|Duke of Edinburgh|IBAN|
  CAMHS|King's College London|Northern Ireland Social Care Council|Marie Curie|Cornelia de Lange|Cornelia de Lange syndrome|
  Costa|Higher Education|Harvard|Black Lives Matter|Pride|Me Too|Brexit|Covid|Bible|Quran|Koran|God|Allah|Jesus|Christ|Buddha|Santa|
  Father Christmas|Christmas|Easter|Samaritan|Machiavellian|Freudian|Kleinian|Rogerian|Winnicottian|Socratic|Pavlovian|Victorian|
  Dickensian|Marxist|Orwellian|Cinderella|Peter Pan|Pinocchio|Peppa Pig|Harry Potter|Tracy Beaker|Lego|Minecraft|
  Fortnite|Roblox|Xbox|PlayStation|Uber|Amazon|Tesco|Aldi|Asda|Boots|Argos
`

const listed = (text: string) =>
  text
    .split('|')
    .map(name => name.trim())
    .filter(name => name !== '')

export const knownAuthors: readonly string[] = listed(authorLines)
export const knownBodies: readonly string[] = listed(officialLines)
