/**
 * Names that people in England carry and that our sources have too few of, written down for this purpose. Surnames first of
 * all: the first names of the Office for National Statistics are of many origins.
 */
export interface NameList {
  readonly first: readonly string[]
  readonly last: readonly string[]
}

const words = (text: string) => text.trim().split(/\s+/)

export const moreNames: Readonly<Record<string, NameList>> = {
  british: {
    first:
      words(`Kayleigh Kelly-Ann Tracey Stacey Gemma Kerry Leanne Donna Sharon Dawn Tina Mandy Debbie Julie Karen
      Lorraine Maureen Doreen Brenda Sheila Beryl Edna Ethel Mavis Gladys Hilda Winifred Vera Nora Elsie Olive Reg Ron
      Stan Sid Len Les Ken Bert Alf Fred Ted Harry Archie Alfie Freddie Tommy Bobby Jimmy Billy Charlie Teddy Ollie Josh
      Dan Danny Mike Mick Nick Rob Robbie Steve Stevie Dave Davey Andy Tony Terry Barry Gary Kev Baz Gaz Daz Shaz Trev
      Phil Pete Geoff Jeff Jez Jon Jonny Matt Matty Tim Tom Sam Sammy Max Ben Benji Will Bill Liz Lizzie Beth Betty
      Kate Katie Kath Cath Cathy Maggie Meg Peg Peggy Pat Patsy Trish Sue Susie Suzie Jan Jen Jenny Jess Becky Bex Abi
      Abby Ellie Nell Millie Molly Polly Dolly Tilly Lottie Dot Dotty Flo Floss Ginny Gwen Izzy Issy Josie Jo Jools
      Kaz Mel Nat Nats Steph Tash Viv Val Shell Chell Chelle Tyler Tyrone Jayden Kayden Brayden Kian Keira Lexi Lexie
      Demi-Leigh Ellie-Mae Lilly-Mae Gracie-Mae Tommy-Lee Bobby-Joe Alfie-Jay Rhys Corey Kyle Kieran Callum Connor Declan
      Liam Bradley Jordan Reece Ryan Shaun Dean Wayne Darren Lee Craig Scott Stuart Neil Nigel Trevor Keith Colin Clive
      Roger Graham Malcolm Norman Cyril Cecil Percy Horace Wilfred Albert Alice Rose Grace Hope Faith Joy May June April
      Mark Frank Guy Miles Ray Rich Drew Chase Summer Autumn Skye River Blue Star Destiny Harmony Precious Blessing`),
    last: words(`Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White
      Roberts Green Hall Thomas Clarke Jackson Wood Harris Edwards Turner Martin Cooper Hill Ward Hughes Moore Clark King
      Harrison Lewis Baker Lee Allen Morris Khan Scott Watson Davis Parker James Bennett Young Phillips Richardson
      Mitchell Bailey Carter Cook Singh Shaw Bell Collins Morgan Kelly Begum Miller Cox Hussain Marshall Simpson Price
      Anderson Adams Wilkinson Foster Ellis Chapman Mason Gray Richards Rogers Webb Hunt Palmer Holmes Mills Campbell
      Barnes Knight Matthews Stevens Powell Fisher Butler Barker Dixon Russell Pearson Harvey Fletcher Jenkins Murphy
      Murray Howard Andrews Graham Reynolds Lloyd Ford Wells Stone West Fox Day Cole Hart Page Pearce Burton Lane Reed
      Payne Hudson Watts Warren Harding Lawrence Gibson Austin Ryan Bishop Spencer Grant Bird Woods Saunders Carr Berry
      Hawkins Armstrong Walsh Francis Gardner Perry Jordan Nicholson Newman Stephens Atkinson Crawford Hopkins Riley
      Dunn Cunningham Lawson Cross Hamilton Johnston Henderson Griffiths Willis Bates Curtis Robertson Osborne Elliott
      Hancock Sutton Parsons Kirk Rowe Rose Hope Grace Marsh Bolton Booth Bradley Bradshaw Bryant Burgess Burns Byrne
      Cartwright Chambers Coates Coleman Connolly Crowther Dawson Dean Doyle Duffy Duncan Entwistle Farrell Fenwick
      Finch Fleming Flynn Forster Fowler Freeman French Frost Fuller Gallagher Garner George Gibbs Gilbert Giles Glover
      Goddard Gordon Gough Gould Greenwood Gregory Griffin Haines Hale Hammond Hanson Hargreaves Harper Hartley Haynes
      Heath Herbert Hewitt Hicks Higgins Hobbs Hodgson Holden Holland Holt Hooper Horton Howe Howell Humphreys Ingham
      Ingram Jarvis Jennings Kay Kemp Kent Kershaw Kirby Lamb Lambert Leach Leigh Little Lowe Lucas Lynch Marsden May
      McCarthy McDonald McGrath McIntyre McKenna McLean McLoughlin McMillan Middleton Moran Morley Morrison Morton Moss
      Myers Naylor Nash Nelson Newton Nixon Nolan Norman Norris North Norton Nuttall Ogden Oliver Owen Parkin Parkinson
      Patterson Peacock Pemberton Perkins Peters Pickering Pollard Poole Porter Postlethwaite Potter Potts Pratt Preston
      Quinn Ramsbottom Randall Read Rees Reeves Reid Rhodes Rice Robson Rowbotham Rowland Rowley Sanders Savage Schofield
      Sharp Sharpe Shepherd Sheppard Short Silcock Simmons Sims Skinner Slater Smart Steele Stephenson Stewart Stokes
      Storey Sullivan Sumner Swift Sykes Talbot Tate Thistlewood Thorne Thornton Thorpe Townsend Tucker Turnbull Tyler
      Vaughan Vincent Wade Wadsworth Wainwright Wall Wallace Walters Walton Warner Waters Weaver Welch Weston Wheeler
      Whitaker Whitehead Whitehouse Whittaker Wilkins Willetts Winter Winterbottom Wolfe Woodward Wyatt Yates Birtwistle
      Ashcroft Ashworth Ackroyd Arkwright Bickerstaff Blenkinsop Braithwaite Broadbent Butterworth Clegg Collier Cropper
      Duckworth Earnshaw Eckersley Fairclough Farnworth Gaskell Grimshaw Haigh Hardcastle Haworth Heywood Higginbottom
      Hindley Holroyd Horrocks Illingworth Kirkham Lofthouse Longbottom Lumley Micklethwaite Murgatroyd Oldroyd Openshaw
      Ormerod Outhwaite Pilkington Rawlinson Rigby Satterthwaite Seddon Shackleton Shuttleworth Sidebottom Sowerby
      Stainthorpe Tattersall Threlfall Trelawney Penrose Tregenza Pascoe Nancarrow Polglase Chegwidden Warburton Wolstenholme
      Wrigley Featherstone Fotheringham Cholmondeley Beauchamp Kettlewell Scattergood Makepeace Gotobed Golightly`),
  },
  irishWelshScottish: {
    first:
      words(`Aoife Caoimhe Niamh Saoirse Siobhan Sinead Roisin Grainne Orla Aisling Ciara Maeve Clodagh Padraig
      Cormac Eoin Oisin Fionn Cathal Diarmuid Donal Ruairi Tadhg Conor Dylan Gethin Iestyn Ieuan Aled Emyr Geraint Gruff
      Huw Idris Iolo Llewelyn Osian Rhodri Tomos Anwen Bronwen Carys Catrin Eirlys Eleri Ffion Gwenllian Lowri Mair Nerys
      Rhian Seren Sioned Angus Callum Euan Ewan Fergus Finlay Hamish Iain Lachlan Malcolm Rory Ruaridh Struan Ailsa
      Catriona Eilidh Fiona Iona Isla Kirsty Mairi Morag Morven Rhona Shona Una`),
    last: words(`O'Brien O'Connor O'Neill O'Sullivan O'Reilly O'Donnell O'Shea O'Leary O'Keefe O'Hara O'Rourke O'Dowd
      O'Callaghan Doherty Gallagher McLaughlin McGinley McHugh McCabe McCann McCormack McDermott McGinty McGovern McGuire
      McKeown McMahon McManus McNamara McNulty McSweeney Maguire Brennan Breen Byrne Cassidy Coyle Cullen Devlin Dolan
      Donnelly Donoghue Donovan Dooley Egan Fahey Fallon Fitzgerald Fitzpatrick Flaherty Flanagan Foley Geraghty Hanlon
      Hannigan Healy Hennessy Hickey Hogan Hoolihan Kavanagh Keane Kearney Keenan Kehoe Kelleher Kennedy Kiernan Lafferty
      Lally Lenihan Loughlin Mulcahy Mulligan Mullins Nugent Quigley Rafferty Reidy Rooney Ruane Scanlon Sheehan Sheridan
      Tierney Toomey Tuohy Bevan Bowen Cadwallader Gwynne Llewellyn Madoc Meredith Probert Prosser Prothero Pugh Rhys
      Trahearne Tudor Yorath Abercrombie Baird Buchanan Cameron Carmichael Chisholm Colquhoun Dalgleish Drummond Dunbar
      Farquharson Forsyth Galbraith Gilchrist Gillespie Haldane Innes Kerr Kinnear Laidlaw Lockhart MacAskill MacDonald
      MacDougall MacGregor MacIntosh Mackay MacKenzie Maclean MacLeod Macpherson Menzies Moffat Muir Munro Ogilvie Ramsay
      Rennie Ross Strachan Sutherland Urquhart Wemyss`),
  },
  southAsian: {
    first:
      words(`Aisha Ayesha Amina Asma Bushra Farah Fatima Hafsa Humaira Iqra Khadija Kiran Maryam Mehreen Nadia Nasreen
      Nighat Parveen Rabia Rukhsana Saima Samina Sana Shabana Shazia Sobia Sumaira Tahira Uzma Yasmin Zainab Zara Abdul
      Adil Ahmed Aamir Amjad Arshad Asif Atif Bilal Ehsan Faisal Farhan Ghulam Hamza Haroon Hassan Ibrahim Imran Irfan
      Ishaq Javed Kamran Khalid Liaqat Majid Mohammed Muhammad Mohammad Mudassar Naveed Nadeem Omar Qasim Rashid Rizwan
      Sajid Salman Shahid Shakeel Sohail Tariq Usman Waqar Wasim Yusuf Zahid Zubair Abida Taslima Rehana Shahana Nazma
      Rahima Jahanara Anwara Monwara Shamsul Nurul Rafiqul Mizanur Habibur Harpreet Gurpreet Manpreet Jaspreet Kulwinder
      Sukhwinder Balwinder Parminder Rajinder Surinder Satnam Gurdeep Jasbir Amarjit Baljit Kuldeep Navdeep Simran Priya
      Pooja Neha Nisha Anjali Deepa Divya Gita Kavita Lakshmi Meena Nirmala Padma Radha Rekha Rina Sangeeta Sarita Shilpa
      Sunita Sushma Usha Vidya Aarav Arjun Ashok Bharat Deepak Dinesh Gopal Hari Jayesh Kishore Mahesh Manoj Mukesh Nikhil
      Nitin Pradeep Rajesh Rakesh Ramesh Ravi Rohan Sandeep Sanjay Sunil Suresh Vijay Vikram Vinod Thilini Nimali Chathura
      Suresh Tharshini Kavitha Sivakumar Nirosha Bhupinder Santosh Bhavna Hetal Jignesh Ketan Mitesh Bina Hemlata`),
    last: words(`Ahmed Akhtar Akram Alam Ali Amin Anwar Arshad Ashraf Aslam Awan Aziz Bano Begum Bhatti Bibi Butt Chaudhry
      Chowdhury Choudhury Dar Farooq Ghani Gill Gul Habib Hafeez Haider Hamid Haq Hashmi Hussain Hussein Iqbal Islam Ismail
      Jabeen Javed Kausar Kazmi Khalid Khan Khatun Khatoon Latif Mahmood Malik Mehmood Mian Miah Mirza Mughal Munir Nawaz
      Noor Parveen Qureshi Rafiq Rahman Rana Rashid Rasool Raza Rehman Riaz Sadiq Saeed Saleem Sarwar Shah Shaheen Shaikh
      Sharif Sheikh Siddiqui Sultana Tariq Ullah Uddin Usmani Yaqoob Younis Yousaf Zaman Haque Hoque Islam Kabir Khanam
      Matin Mia Mannan Miah Mukherjee Banerjee Chatterjee Das Dutta Ghosh Sarkar Roy Sen Bose Patel Shah Mehta Desai Joshi
      Trivedi Amin Bhatt Chauhan Dave Gohil Hirani Jadeja Kotecha Lakhani Makwana Mistry Modi Naik Pandya Parekh Parmar
      Patil Popat Rajput Rathod Raval Solanki Soni Tailor Thakkar Vaghela Varsani Vora Vyas Agarwal Aggarwal Arora Bajwa
      Bansal Basra Bains Bhandari Bhogal Birdi Chadha Chahal Chana Cheema Chopra Dhaliwal Dhillon Dhesi Dosanjh Gandhi
      Ghuman Gill Grewal Gupta Hayer Heer Jain Jassal Johal Kalra Kapoor Kaur Khanna Khatri Khera Kohli Kumar Kumari Lal
      Madan Mahajan Malhotra Mann Matharu Nagra Nijjar Panesar Purewal Puri Rai Randhawa Sahni Sahota Sandhu Sanghera Sehmi
      Sethi Sharma Sidhu Singh Sodhi Sohal Sura Tiwana Uppal Verma Virdi Virk Iyer Iyengar Menon Nair Pillai Rao Reddy
      Krishnan Subramaniam Sivakumar Rajaratnam Kandasamy Selvarajah Thambirajah Yogarajah Nadarajah Sivanathan Fernando
      Perera Silva Jayawardena Wickramasinghe Bandara Dissanayake Gunawardena Rajapaksa Ratnayake Weerasinghe Gurung Rai
      Thapa Tamang Magar Limbu Shrestha Adhikari Basnet Khadka Karki`),
  },
  arabicPersianTurkish: {
    first:
      words(`Abdullah Abdulrahman Ahmad Anas Ayman Bashar Fadi Firas Ghassan Hadi Haitham Hani Hisham Hossam Husam
      Jamal Karim Khaled Mahmoud Majd Marwan Mazen Mohanad Mustafa Nabil Omar Osama Qusay Rami Saeed Salim Samer Sami
      Tarek Walid Wael Yahya Yasser Youssef Zaid Ziad Abeer Alaa Amal Dalia Dina Eman Fatma Ghada Hala Hanan Heba Hiba
      Huda Inas Jihan Layla Leila Lina Maha Mai Manal Mona Nada Nadia Najwa Nour Rana Rania Rasha Reem Rima Ruba Sahar
      Salma Samar Samira Shaimaa Suha Wafa Yasmine Zahra Zeinab Ali-Reza Amir Arash Ardeshir Babak Behrouz Dariush Ehsan
      Farhad Hamid Hossein Javad Kaveh Keyvan Mehdi Mohsen Navid Omid Parviz Reza Saeid Shahram Soheil Azadeh Bahar Elham
      Farzaneh Fereshteh Golnaz Laleh Mahsa Marjan Maryam Mina Mitra Mojgan Nasrin Nazanin Niloufar Parisa Roya Sara
      Setareh Shadi Shirin Soraya Zohreh Najib Najibullah Hamidullah Zabihullah Rahmatullah Esmatullah Gulalai Palwasha
      Shukria Nilofar Ahmet Mehmet Mustafa Emre Murat Hakan Serkan Orhan Cemal Ayse Fatma Emine Hatice Zeynep Elif Merve
      Sevgi Gulsen Dilek Aram Azad Dilshad Karwan Rebwar Sherko Soran Hawre Zana Avin Berivan Chiman Nasrin Rojin Shilan`),
    last: words(`Abbas Abbasi Abboud Abdallah Abdullah Abdulrahman Abu-Bakr Ahmadi Ahmadzai Akbari Al-Ahmad Al-Ali
      Al-Amin Al-Baghdadi Al-Hassan Al-Hashimi Al-Jabouri Al-Khatib Al-Masri Al-Najjar Al-Omari Al-Rashid Al-Saadi
      Al-Sayed Al-Shami Al-Tamimi Al-Zahrani Alkhatib Almasri Alhassan Alami Ansari Asadi Atassi Attar Ayoub Azizi
      Barakat Barzani Bakr Bakkar Bazzi Benali Boutros Chahine Daher Darwish Ebrahimi El-Sayed El-Amin El-Masry Elsayed
      Fakhoury Farahani Farhat Fawaz Fayed Ghanem Ghorbani Habibi Haddad Hakimi Hamdan Hamadi Hamid Hamidi Hariri
      Hashemi Hassan Hassani Hatem Heidari Hosseini Hussein Ibrahim Ismail Issa Jaber Jabbar Jafari Jalali Jamil Karimi
      Karzai Kazemi Khalaf Khalil Khan Khoury Kurdi Latifi Mahdi Mahmoud Mansour Masoud Mirzaei Moradi Mohammadi Mousavi
      Mubarak Mustafa Naderi Nader Najafi Najjar Nassar Nasser Nazari Nouri Obeid Omar Osman Qasem Qadir Rahimi Rahmani
      Ramadan Rasouli Rashidi Rezaei Rostami Saad Sabbagh Sadeghi Safi Salah Salama Saleh Salehi Salem Samara Sarkis
      Sayegh Shaheen Sharifi Shirazi Stanekzai Suleiman Sultani Taha Taheri Tehrani Wahidi Wardak Yousef Yousefi Youssef
      Yusufzai Zadran Zaki Zamani Zidan Akgul Aksoy Aktas Arslan Aslan Avci Aydin Bayram Bozkurt Bulut Celik Cetin Coskun
      Demir Demirci Dogan Erdem Erdogan Gunes Guler Kaplan Kara Karaca Kaya Kilic Koc Korkmaz Kurt Ozcan Ozdemir Ozkan
      Ozturk Polat Sahin Simsek Tas Tekin Tuncer Turan Unal Yavuz Yildirim Yildiz Yilmaz Yuksel`),
  },
  westAfrican: {
    first:
      words(`Abimbola Adaeze Adaobi Adebayo Adeola Adesuwa Adetola Aminata Amara Amina Ayodele Ayomide Babatunde
      Bamidele Binta Bolanle Bukola Chiamaka Chibuzo Chidi Chidinma Chika Chinedu Chinwe Chioma Chukwuemeka Damilola
      Ebele Ebere Efua Ekow Emeka Fatoumata Femi Folake Folasade Funmi Funmilayo Gbenga Ifeanyi Ifeoma Ikenna Isatou
      Jelani Kelechi Kemi Kofi Kojo Kwabena Kwaku Kwame Kwasi Lamin Mamadou Modupe Musa Ngozi Nkechi Nneka Nnamdi Obinna
      Ola Olu Oluwaseun Oluwatobi Omolara Onyeka Opeyemi Osagie Ousmane Segun Seun Sola Tayo Temitope Titilayo Tobi Tolu
      Tunde Uche Ugochi Yaa Yaw Yemi Yetunde Abena Adwoa Afia Akosua Akua Ama Araba Esi Akwasi Nana Sekou Ibrahima
      Mariama Hawa Fanta Alhaji Foday Sorie Blessing Patience Comfort Gift Godwin Sunday Precious Mercy Promise Charity`),
    last: words(`Abiodun Abubakar Acheampong Adebayo Adebisi Adedeji Adegoke Adekunle Adeleke Adeniyi Adesanya Adewale
      Adeyemi Adjei Adomako Afolabi Agbaje Agyei Agyeman Ahmadu Aidoo Ajayi Akande Akinola Akinwande Akintola Alabi
      Amadi Amoah Amoako Ampofo Aniagolu Ankrah Annan Anyanwu Appiah Asante Asamoah Asiedu Awolowo Ayodele Azikiwe
      Babangida Balogun Bangura Barry Bah Bello Boateng Boakye Bonsu Camara Ceesay Cham Chukwu Chukwuma Conteh Coker
      Danso Darko Diallo Diop Diarra Donkor Eboh Echendu Egwu Ehirim Ekwueme Emenike Essien Eze Ezeh Fashola Fofana
      Frimpong Gbadamosi Gyamfi Idowu Igwe Ikechukwu Iwu Jalloh Jammeh Jatta Jallow Kamara Kanu Keita Koroma Kouyate
      Kuffour Kuti Kuye Lawal Mbah Mensah Mohammed Momoh Musa Ndiaye Njie Njoku Nkrumah Nnadi Nwachukwu Nwankwo Nwosu
      Obasanjo Obi Obiora Ochieng Odusanya Ofori Ogunleye Ogunbanjo Ogundipe Ojo Okafor Okeke Okereke Okoli Okolo Okon
      Okonkwo Okoro Okoye Okpara Oladipo Olaniyan Olatunji Olawale Olowu Oluwole Omotoso Onuoha Onwuka Onyango Oparah
      Opoku Osei Osagie Osibanjo Owusu Oyelaran Oyewole Quaye Sackey Sanni Sanogo Sarpong Sesay Sillah Sow Sowah Taiwo
      Tetteh Toure Traore Turay Uche Udeh Ugwu Umar Usman Uzoma Yakubu Yeboah Yusuf Wiredu`),
  },
  eastAndSouthernAfrican: {
    first:
      words(`Abdi Abdirahman Abdullahi Amina Asha Ayaan Bashir Deqa Farah Farhiya Faduma Fadumo Hodan Hamdi Hibo
      Ifrah Ilhan Khadra Liban Mahad Muna Nimco Nuur Sagal Sahra Samatar Shukri Ubah Warsame Yasin Zamzam Abebe Alemayehu
      Almaz Aster Bekele Berhane Bethlehem Dawit Desta Eden Filmon Genet Girma Haile Helen Hiwot Kidane Lemlem Luwam
      Mehari Meron Mulugeta Natnael Rahel Robel Ruta Samrawit Selam Senait Simret Tesfaye Tigist Tsegay Winta Yared
      Yohannes Yordanos Zewdi Achieng Akinyi Atieno Baraka Chebet Jomo Juma Kamau Kiprono Makena Muthoni Mwangi Njeri
      Nyambura Otieno Wafula Wambui Wanjiku Zawadi Nakato Babirye Kato Wasswa Namukasa Mugisha Nsubuga Okello Apio
      Farai Chipo Nyasha Rudo Rutendo Ruvimbo Tafadzwa Tapiwa Tatenda Tendai Tinashe Tsitsi Vimbai Kudzai Munashe Anesu
      Sipho Thabo Thandiwe Themba Nomsa Zanele Lindiwe Mpho Lerato Bongani Nkosana Sibusiso Lungile Chanda Mutale Bwalya
      Thoko Chikondi Limbani Grace Ernestine Jean-Claude Immaculée Solange Clarisse Patrice Merveille Gloire`),
    last: words(`Abdi Abdirahman Abdullahi Abukar Aden Adan Ahmed Ali Awale Barre Bile Dahir Diriye Duale Elmi Farah Gedi
      Guled Hared Hersi Hirsi Hussein Ibrahim Ismail Jama Jibril Kahin Maalim Mire Mohamed Mohamud Mumin Muse Nur Nuur
      Omar Osman Roble Salad Samatar Sharif Shire Siyad Warfa Warsame Yusuf Yuusuf Abebe Abraha Alemu Araya Asfaw Bekele
      Berhe Beyene Debessay Desta Fessehaye Gebre Gebremariam Gebremedhin Gebreselassie Girmay Habte Hagos Haile
      Kahsay Kebede Kidane Mebrahtu Mehari Mengistu Negash Negassi Okbay Tadesse Tekle Teklemariam Tesfai Tesfay
      Tesfamariam Tewolde Weldu Woldemariam Yemane Zerai Achieng Chege Chepkoech Gathoni Kamau Karanja Kariuki Kibet
      Kimani Kinyua Kipchoge Macharia Maina Mbugua Muriuki Mutua Mwangi Ndungu Ngugi Njoroge Nyong'o Obama Ochieng
      Odhiambo Odinga Okoth Omondi Onyango Otieno Ouma Owino Wairimu Wanjiru Waweru Kagame Kabila Kato Lubega Mbabazi
      Mugabe Mugisha Muhumuza Mukasa Mulindwa Museveni Musoke Nabukenya Nakato Namubiru Nsubuga Okello Okot Ssemakula
      Ssempala Tumusiime Byaruhanga Chideya Chigumba Chikwanha Chirwa Chiwenga Dube Gumbo Khumalo Mabhena Madziva Mahlangu
      Makoni Mapfumo Maposa Marufu Masuku Matambanadzo Moyo Mpofu Mudzuri Mugadza Mukanya Munyaradzi Murwira Musiyiwa
      Mutasa Muzenda Ncube Ndlovu Ngwenya Nkomo Nyathi Nyoni Sibanda Sithole Tshuma Zvobgo Banda Phiri Mwale Tembo Zulu
      Mulenga Mwansa Mumba Kaunda Botha Dlamini Mbeki Mokoena Molefe Naidoo Nkosi Pretorius Tutu Zuma Kabongo Ilunga
      Kalala Mbuyi Mukendi Tshibangu Nsimba Makiese Lukaku`),
  },
  eastAsian: {
    first:
      words(`Mei Mei-Ling Xiu Ying Yan Lan Hui Hong Jing Juan Li Lin Ling Min Na Ping Qian Qing Rong Rui Shan Shu Ting
      Wei Wen Xia Xiao Xiaoming Xin Xue Yi Ying Yu Yue Yun Zhen Bo Cheng Chun Dong Feng Gang Guo Hao Jian Jie Jun Kai Kun
      Lei Liang Long Peng Qiang Tao Wenjie Xiang Yang Yong Zhi Zhong Ka-Ming Wing Siu Kwok Chi-Wai Man Lai Yee Hoi Ching
      Suk Mui Kam Fung Tuan Hung Dung Minh Nam Quang Thanh Trung Tuyet Van Anh Bich Diep Hanh Hoa Hien Huong Lan Linh Loan
      Mai Nga Ngoc Nhung Phuong Thao Thu Thuy Trang Trinh Xuan Yen Akira Haruki Hiroshi Kenji Naoki Takeshi Yuki Ayumi
      Emiko Haruka Keiko Michiko Naoko Sachiko Yoko Yumi Ji-hoon Min-jun Seo-yeon Hye-jin Eun-ji Sung-min Jae Soo-jin Maricel
      Rosario Hyun-woo Ji-woo Min-ji Seo-jun Do-yun Ha-eun Ye-jin
      Sang-hoon Young-ho Kyung-soo Joon Hana Eun Hye Mi-sook Xiaoli Xiaohong Xiaoyan Lihua Liping Guang Guangming Fang
      Meiling Meihua Yulan Jianguo Jianhua Zhiqiang Haiyan Yuxin Zihan Yuhan Ruoxi Wenwen Tingting Lili Ningning Yanyan
      Junjie Zixuan Haoran Weiming Kaiwen Wing-Sze Wing Sze Hoi-Yan Ka-Yan Chun-Kit Tsz-Ching Mei-Yee Siu-Ling Kin-Man
      Aung Aung-Kyaw Kyaw Htun Hla Thandar Khin Zaw Moe Nilar Su-Su Thiri Ploy Noppadol Somsak Chaiwat Anong Pim Nok Lek
      Kannika Wichai Prasert Sunisa Suda Apinya Rodel Jhun Nonoy Bong Ligaya Imelda Corazon Luz Danilo Ernesto Kenta
      Daiki Shota Ryo Sora Hina Sakura Aoi Misaki Nanami Kaori Chie Junko Hideki Kazuo Noriko Bolormaa Batbayar Tuya
      Reynaldo Analyn Cherry Divina Jovelyn Marites Rowena Somchai Nattaya Siriporn Malee Kanya Ratana`),
    last: words(`Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin Luo Zheng Liang Xie Tang
      Song Deng Han Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen Yao Lu
      Fu Zhong Cui Tan Liao Fan Wan Dai Fang Shi Jin Kong Qin Hou Shao Meng Long Duan Lei Qian Chan Cheung Wong Lam Leung
      Lau Ho Kwok Kwan Yip Yeung Tsang Tse Tsui Tam Siu Ng Ngai Mok Mak Lok Liang Lee Lai Kwong Koo Ip Hui Fung Chung Chow
      Choi Cheng Chau Au Yuen Poon Pang Nguyen Tran Le Pham Huynh Hoang Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Dinh Truong
      Luong Mai Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Yamaguchi
      Matsumoto Inoue Kimura Hayashi Shimizu Mori Ikeda Kim Park Choi Jung Kang Cho Yoon Jang Lim Shin Seo Kwon Hwang Ahn
      Song Ryu Hong Santos Reyes Cruz Bautista Ocampo Garcia Mendoza Dela-Cruz Aquino Villanueva Manalo Pangilinan
      Magsaysay Dimaculangan Macaraeg Wongsawat Srisai Chaiyasit Suwan Saetang Kyaw Tun Aung Htwe Win Maung Thein Soe Noh Bae Baek Oh Jeon Moon Heo Nam Chaiyasit Srisuk Saelim Rattanakul Catacutan Dimaano
      Tan Goh Ong Teo Yeo Toh Koh Chua Lim Sim`),
  },
  easternEuropean: {
    first:
      words(`Agnieszka Aleksandra Andrzej Bartosz Beata Bogdan Danuta Dariusz Dorota Ewa Grzegorz Halina Iwona Jacek
      Jadwiga Janusz Jarek Jerzy Joanna Kasia Katarzyna Krystyna Krzysztof Leszek Maciej Magda Malgorzata Marek Marcin
      Mateusz Michal Monika Pawel Piotr Przemyslaw Radek Renata Slawomir Stanislaw Tomasz Urszula Wieslaw Wojciech
      Zbigniew Zofia Alina Andrei Bogdana Catalin Claudiu Constantin Cosmin Cristian Daniela Dragos Dumitru Elena Florin
      Gheorghe Horia Ileana Ioana Ion Iulia Laura Lavinia Liviu Luminita Madalina Marian Marius Mihaela Mihai Nicoleta
      Nicolae Ovidiu Radu Raluca Roxana Simona Sorin Stefan Traian Valentin Vasile Viorel Aleksandar Bojan Borislav
      Dimitar Desislava Elitsa Galina Georgi Hristo Ivan Ivaylo Kalina Krasimir Lyubomir Mariya Milena Nikolay Petya
      Plamen Radka Rumen Stanimir Stoyan Svetlana Todor Tsvetan Vesela Yordan Zdravko Anastasia Andriy Bohdan Dmytro
      Halyna Iryna Kateryna Lyudmyla Mykola Nadiya Nataliya Oksana Oleksandr Oleh Olena Serhiy Taras Tetyana Vasyl
      Viktoriya Volodymyr Yaroslav Yulia Yuriy Aleksei Boris Dmitri Ekaterina Igor Ilya Irina Ksenia Lyudmila Mikhail
      Natasha Nikolai Oleg Olga Pavel Sergei Svetlana Tatiana Vladimir Yevgeny Agim Arben Besnik Blerim Dritan Fatmir
      Flamur Gentian Ilir Luan Shpresa Valbona Vjosa Egle Giedre Jurgita Mindaugas Rasa Tomas Vytautas Ieva Liga Zane
      Janis Andris Denisa Jarmila Zdenek Vaclav Ondrej Zuzana Lubica Jozef Marika Zsuzsa Gabor Laszlo Zoltan`),
    last: words(`Nowak Kowalski Kowalska Wisniewski Wisniewska Wojcik Kowalczyk Kaminski Kaminska Lewandowski Lewandowska
      Zielinski Zielinska Szymanski Wozniak Dabrowski Kozlowski Jankowski Mazur Kwiatkowski Krawczyk Piotrowski Grabowski
      Nowakowski Pawlowski Michalski Nowicki Adamczyk Dudek Zajac Wieczorek Jablonski Krol Majewski Olszewski Jaworski
      Wrobel Malinowski Stepien Gorski Rutkowski Sikora Walczak Baran Popescu Ionescu Popa Radu Dumitru Stan Stoica
      Gheorghe Matei Ciobanu Rusu Munteanu Constantin Serban Moldovan Lazar Ungureanu Dragomir Marin Tudor Dobre Barbu
      Nistor Florea Dinu Sandu Voicu Neagu Preda Toma Petrescu Enache Ivanov Ivanova Petrov Petrova Dimitrov Dimitrova
      Georgiev Georgieva Nikolov Nikolova Stoyanov Stoyanova Todorov Todorova Angelov Hristov Hristova Kolev Marinov
      Iliev Vasilev Popov Popova Kovalenko Shevchenko Bondarenko Tkachenko Kravchenko Oliynyk Shevchuk Koval Polishchuk
      Bondar Tkachuk Moroz Marchenko Lysenko Rudenko Savchenko Petrenko Kuznetsov Kuznetsova Smirnov Smirnova Volkov
      Volkova Sokolov Sokolova Morozov Lebedev Kozlov Novikov Orlov Pavlov Hoxha Shehu Krasniqi Gashi Berisha Kastrati
      Shala Bytyqi Morina Rama Dervishi Prifti Gjoka Lleshi Kazlauskas Kazlauskiene Jankauskas Petrauskas Stankevicius
      Butkus Paulauskas Zukauskas Berzins Kalnins Ozols Jansons Ozolins Novak Novakova Svoboda Novotny Dvorak Dvorakova
      Cerny Prochazka Horvath Horvathova Kovac Kovacova Balog Balaz Tancos Gabor Nagy Toth Szabo Varga Kiss Molnar Nemeth
      Farkas Jovanovic Petrovic Nikolic Markovic Djordjevic Stojanovic Babic Maric Hadzic Begovic Kovacevic`),
  },
  caribbean: {
    first:
      words(`Delroy Leroy Winston Everton Errol Carlton Clinton Desmond Devon Earl Egbert Fitzroy Garfield Glenroy
      Neville Oral Orville Rohan Rupert Tyrone Vivian Wendell Winsome Marva Merlene Beverley Claudette Cherry Cynthia
      Delores Dionne Donette Enid Ernestine Euphemia Gloria Hyacinth Icilda Ionie Jacinth Joycelyn Lorna Lurline Marcia
      Millicent Monica Myrtle Novlette Olive Paulette Rosalie Shanice Shaniqua Sharmaine Sonia Tanisha Tyrell Jermaine
      Jerome Kadeem Kemar Lamar Marlon Omari Rashaun Romaine Shaquille Tevin Tremaine Dwayne Kwesi Akeem Ayesha Keisha
      Kenisha Latoya Natoya Nadine Nickeisha Chantelle Shereen Tashana Zaria Ky-Mani Malachi Isaiah Elijah Jahmal`),
    last: words(`Alleyne Archer Babb Bailey Barrett Bartley Beckford Bennett Best Blackwood Blake Bogle Braithwaite
      Brathwaite Broomfield Browne Bryan Buchanan Burke Campbell Carty Cato Chambers Charles Christie Clarke Coard Cuffy
      Cumberbatch Cummings Dacosta Daley Dacres Davis Dennis Dixon Douglas Dyer Edwards Ellington Fagan Farquharson Forde
      Francis Fraser Gayle Goulbourne Gordon Grant Green Greenidge Haynes Headley Henry Hinds Holder Holness Hylton Innis
      James Jarrett Joseph Lawrence Lewin Lindo Marley Marshall Maynard McFarlane McKenzie McLeod Miller Mitchell Morrison
      Nembhard Noel Ottley Palmer Patterson Payne Pinnock Plummer Powell Prescod Pryce Ramdin Ramnarine Reid Richards
      Riley Roach Rowe Samuels Sealy Shakespeare Skeete Smalling Sobers St-Hill Sterling Stewart Thorpe Trotman Tulloch
      Walcott Walters Weekes Wellington Whyte Wilmot Worrell Wynter`),
  },
  latinAndIberian: {
    first:
      words(`Alejandro Andres Angel Antonio Beatriz Carlos Carmen Carolina Catarina Claudia Cristina Diego Diogo
      Duarte Eduardo Elena Esperanza Esteban Fabiana Felipe Fernanda Fernando Francisco Gabriela Gonzalo Graca Guadalupe
      Guilherme Gustavo Helena Ignacio Ines Isabel Javier Joana Joao Joaquim Jorge Jose Juan Juliana Leticia Lourdes Lucia
      Luis Luisa Luiz Manuel Marcelo Margarida Maria Mariana Marisol Mateus Mercedes Miguel Monica Natalia Nuno Patricia
      Paula Paulo Pedro Pilar Rafael Raquel Ricardo Rita Roberto Rocio Rodrigo Rui Santiago Sebastian Sergio Silvia Sofia
      Soledad Susana Teresa Thiago Tiago Valentina Vanessa Vasco Veronica Vitor Ximena Xiomara Yolanda`),
    last: words(`Almeida Alves Andrade Araujo Azevedo Barbosa Barros Batista Borges Braga Brito Cabral Cardoso Carneiro
      Carvalho Castro Coelho Correia Costa Cruz Cunha Da-Silva Dias Domingues Duarte Faria Fernandes Ferreira Figueiredo
      Fonseca Freitas Gomes Goncalves Gouveia Henriques Leite Lima Lopes Machado Magalhaes Marques Martins Matos Melo
      Mendes Miranda Monteiro Morais Moreira Moura Nascimento Neves Nogueira Nunes Oliveira Pacheco Pereira Pinheiro Pinto
      Pires Ramos Reis Ribeiro Rocha Rodrigues Sa Santana Santos Silva Silveira Simoes Soares Sousa Souza Tavares Teixeira
      Vaz Vieira Acosta Aguilar Alvarez Alonso Arias Benitez Blanco Bravo Cabrera Calderon Campos Cardenas Castillo Cordero
      Cortes Delgado Diaz Dominguez Escobar Espinoza Estrada Fernandez Flores Fuentes Gallego Garcia Gimenez Gomez
      Gonzalez Guerrero Gutierrez Guzman Hernandez Herrera Ibanez Iglesias Jimenez Leon Lozano Maldonado Marin Marquez
      Martinez Medina Mejia Mendez Mendoza Molina Montero Morales Moreno Munoz Navarro Ochoa Orozco Ortega Ortiz Pacheco
      Padilla Paredes Pena Perez Ponce Quintero Quispe Ramirez Restrepo Reyes Rios Rivera Rojas Roldan Romero Rubio Ruiz
      Salazar Sanchez Sandoval Santiago Serrano Solano Soto Suarez Torres Trujillo Valdez Valencia Vargas Vasquez Vega
      Velasquez Vidal Villalobos Zamora Zapata`),
  },
}

/** First names and nicknames that are words of English: only what stands around them tells. */
export const wordNames: readonly string[] =
  words(`Ash Princess Angel Storm Star Blue Red Sunny Bunny Budgie Smiler Nipper
  Ginger Curly Tiny Spike Buddy Ace Bear Fox Wolf Robin Jay Wren Dove Daisy Poppy Lily Rose Violet Ivy Holly Heather Fern
  Hazel Olive Willow Bryony Primrose Blossom Petal Honey Sugar Candy Cherry Ginny Sandy Rocky Cliff Dale Glen Heath Rusty
  Dusty Misty Dawn Eve Summer Autumn Winter May June April August Faith Hope Charity Grace Joy Patience Prudence
  Constance Mercy Verity Clemency Felicity Honour Justice Destiny Harmony Melody Serenity Trinity Heaven Nevaeh Miracle
  Blessing Precious Gift Favour Comfort Goodness Promise Success Prince King Duke Earl Baron Rex Bishop Dean Mason
  Hunter Archer Fisher Tanner Cooper Carter Tyler Taylor Piper Harper Parker Porter Chase Chance Cash Case Drew Frank Mark
  Will Bill Bob Rob Jack Pat Nick Guy Gene Grant Wade Miles Ray Rich Sue Peg Dot Penny Ruby Pearl Amber Jade Crystal
  Jewel Opal Coral Jasper Flint Clay Sky River Rain Brook Lake Ocean Reef Forest Woody Scout Bonnie Merry Gay Happy Lucky
  Fancy Dolly Barbie Teddy Buster Champ Skip Biscuit Pickle Pip Pepper Basil Rosemary Sage Ginger Saffron Cinnamon`)

/** Countries and parts of them, and large towns of the world, as they are written in English. */
export const morePlaces = {
  large: `England|Scotland|Wales|Ireland|Northern Ireland|Britain|Great Britain|United Kingdom|Europe|Africa|Asia|America|
    United States|Canada|Mexico|Brazil|Argentina|Chile|Peru|Colombia|Venezuela|Ecuador|Bolivia|Cuba|Jamaica|Haiti|Barbados|
    Trinidad|Guyana|France|Germany|Spain|Portugal|Italy|Switzerland|Austria|Belgium|Netherlands|Holland|Luxembourg|Denmark|
    Sweden|Norway|Finland|Iceland|Poland|Czechia|Slovakia|Hungary|Romania|Bulgaria|Greece|Albania|Kosovo|Serbia|Croatia|
    Slovenia|Bosnia|Montenegro|Macedonia|Moldova|Ukraine|Belarus|Russia|Estonia|Latvia|Lithuania|Turkey|Cyprus|Malta|Syria|
    Lebanon|Israel|Palestine|Gaza|Jordan|Iraq|Iran|Kuwait|Bahrain|Qatar|Yemen|Oman|Saudi Arabia|Dubai|Egypt|Libya|Tunisia|
    Algeria|Morocco|Sudan|Eritrea|Ethiopia|Somalia|Somaliland|Kenya|Uganda|Tanzania|Rwanda|Burundi|Congo|Cameroon|Nigeria|
    Ghana|Togo|Benin|Senegal|Gambia|Guinea|Mali|Sierra Leone|Liberia|Angola|Zambia|Zimbabwe|Malawi|Mozambique|Botswana|
    Namibia|South Africa|Lesotho|Madagascar|Mauritius|Afghanistan|Pakistan|India|Bangladesh|Nepal|Bhutan|Sri Lanka|Kashmir|
    Punjab|Gujarat|China|Hong Kong|Taiwan|Japan|Korea|South Korea|North Korea|Vietnam|Cambodia|Laos|Thailand|Myanmar|Burma|
    Malaysia|Singapore|Indonesia|Philippines|Mongolia|Kazakhstan|Uzbekistan|Turkmenistan|Tajikistan|Kyrgyzstan|Azerbaijan|
    Armenia|Georgia|Australia|New Zealand|Fiji|Samoa|Paris|Berlin|Madrid|Barcelona|Rome|Milan|Vienna|Brussels|Amsterdam|
    Dublin|Cork|Copenhagen|Stockholm|Oslo|Helsinki|Warsaw|Krakow|Prague|Budapest|Bucharest|Sofia|Athens|Istanbul|Ankara|
    Izmir|Diyarbakir|Moscow|Kyiv|Kiev|Minsk|Riga|Vilnius|Tallinn|Zurich|Geneva|Munich|Hamburg|Frankfurt|Cologne|Lisbon|Porto|
    New York|Washington|Chicago|Boston|California|Texas|Florida|Toronto|Montreal|Vancouver|Sydney|Melbourne|Delhi|Mumbai|
    Kolkata|Chennai|Lahore|Karachi|Islamabad|Rawalpindi|Mirpur|Dhaka|Sylhet|Kabul|Tehran|Baghdad|Damascus|Aleppo|Beirut|
    Cairo|Lagos|Abuja|Accra|Kumasi|Nairobi|Mombasa|Kampala|Harare|Lusaka|Johannesburg|Cape Town|Durban|Mogadishu|Addis Ababa|
    Asmara|Khartoum|Beijing|Shanghai|Tokyo|Seoul|Bangkok|Hanoi|Manila|Jakarta|Kingston|Yorkshire|Lancashire|Cumbria|Cheshire|
    Merseyside|Derbyshire|Nottinghamshire|Lincolnshire|Leicestershire|Staffordshire|Shropshire|Herefordshire|Worcestershire|
    Warwickshire|Northamptonshire|Cambridgeshire|Norfolk|Suffolk|Essex|Kent|Sussex|Surrey|Hampshire|Berkshire|Oxfordshire|
    Buckinghamshire|Bedfordshire|Hertfordshire|Gloucestershire|Wiltshire|Somerset|Dorset|Devon|Cornwall|Northumberland|
    Durham|Tyneside|Teesside|Humberside|Midlands|Cotswolds|Pembrokeshire|Powys|Gwynedd|Fife|Lothian|Antrim|Tyrone`,
}
