package sentence

// abbrev says what a full stop behind an abbreviation can mean.
type abbrev uint8

const (
	abbrevNone   abbrev = iota
	abbrevNever         // a title or the like: something always follows
	abbrevDigit         // goes with a number behind it, else the sentence ends
	abbrevMaybe         // ends a sentence where a typical first word follows: "the U.S. The"
	abbrevEnd           // ends a sentence where a capital follows: "etc. The"
	abbrevYear          // Russian and Ukrainian "г.", "р.": behind a number a year, else a place
	abbrevLetter        // an initial, or a paragraph's letter
)

// titles count only with a capital: "Sen. Rahimi", but Turkish "sen." is a pronoun.
var titles = wordSet(
	"mr mrs ms mx dr prof gen lt col maj capt sgt cpl pvt cmdr adm brig sen rep gov pres hon rev fr st sr messrs amb supt insp det atty asst dir",
	"mme mlle mgr mm me dr pr gal cne cdt",
	"sra srta srs sres dra dña ud uds lic ing gral cnel cap pdte pdta excmo ilmo mons fco ee",
	"doç yrd av sn alb org korg tümg tuğg yzb bnb bşk gn müd hz op uzm öğr gör arş alm yard",
	"дж дз ch th ph zh kh", // initials of two letters
)

// never holds what is written small and never ends a sentence.
var never = wordSet(
	"vs viz cf i.e e.g approx incl esp ca resp",
	"p.ex c.-à-d av apr env",
	"p.ej núm aprox avda cía",
	"bkz örn yy dk cad sok mah apt",
	"проф акад ген полк т.е т.к т.н напр см ср стр ул пл просп пер обл им св гр тов зам пред ред исп тел",
	"див вул просп обл ім св гр тов наприкл напр тел смт стор",
	"د أ أ.د م ص.ب",
)

// numbered holds what stands before a number.
var numbered = wordSet(
	"no nos nr art sec ch vol fig pp p par ed eq vols arts",
	"jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc ene abr ago oca şub nis haz tem ağu eyl eki kas ara",
	"pág págs cap s md",
	"п пп ст ч гл рис табл т",
	"с ст ч гл мал",
)

// maybe holds what may stand inside a sentence or at its end.
var maybe = wordSet(
	"inc corp co ltd jr sr bros llc dept univ assn mt ft esq uu",
	"t.c a.ş şti ltd m.ö m.s",
	"тыс млн млрд руб коп долл чел о-в тис грн",
)

// final holds what ends a sentence where a capital follows.
var final = wordSet("etc al vb vd ss т.д т.п др пр н.э ін тощо т.ін т.п т.д н.е")

var years = wordSet("г гг р рр")

// starters are words that begin sentences and hardly ever names: behind an abbreviation
// they show that a new sentence begins.
var starters = wordSet(
	"the he she it they we you but in on at this that these those however and as for if when while after before there meanwhile his her its their both what who why how some many most no not one since with by from to so then also our my earlier later last iran's washington's according",
	"bu o ancak ayrıca fakat ama ve bunun onlar biz şu buna öte eğer daha çünkü",
	"он она они оно мы но в на это эти этот также однако при по как если когда после за так кроме ранее",
	"він вона вони воно ми але у це ці цей також однак за як якщо коли після раніше крім",
	"il elle ils elles nous mais dans ce cette ces selon pour si après avant en on c d'après",
	"él ella ellos nosotros pero en este esta estos según para si después antes por también sin su sus",
	"وی این آن آنها ما همچنین اما گفت افزود پس اگر",
	"وقال وأضاف وأكد كما لكن هذا هذه وفي في قال وكان أما وأما وأشار وأوضح وتابع وقالت وذكر وأعلن وأعلنت ومن وكانت بينما",
	"הוא היא הם זה אבל אך כך בנוסף לדבריו גם עם",
	"انہوں اس وہ یہ تاہم لیکن ان",
	"هغه دا خو دوی همدارنګه نوموړي",
)

// labels are words before a letter that is no initial: "Plan B."
var labels = wordSet("plan option group class team grade vitamin appendix annex section type category war hepatitis план группа класс група клас b planı grubu")

// domains end names of hosts and files: a capital behind a dot does not make them a sentence.
var domains = wordSet("pdf doc docx xls xlsx html htm php js json jpg png mp3 mp4 com org net edu gov mil int info ir ru ua fr es tr il pk af cn uk us eu io tv co")

// letterNames are the names of Latin letters that Urdu and Persian spell initials with.
var letterNames = wordSet("ان ام اف ال اس ار آر پی تی دی جی کی وی یو اچ ای اکس", "اے بی سی ڈی ای ایف جی ایچ آئی جے کے ایل ایم این او پی کیو آر ایس ٹی یو وی ڈبلیو ایکس وائی زیڈ")

var months = wordSet(
	"january february march april may june july august september october november december",
	"januar februar märz april mai juni juli august september oktober november dezember",
	"ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
	"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
	"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
)

// abbrevBefore says what stands before the full stop at i; s is where the sentence starts.
func abbrevBefore(t []rune, s, i int) abbrev {
	b, letters, dots, part, longest := i, 0, 0, 0, 0
	for b > s && i-b < 16 {
		r := t[b-1]
		f := flags(r)
		switch {
		case f&fLetter != 0:
			letters++
			part++
			longest = max(longest, part)
		case r == '.':
			dots++
			part = 0
		case f&fMark != 0 || r == '-' && letters > 0:
			part = 0
		default:
			return classify(t, b, i, letters, dots, longest)
		}
		b--
	}
	return classify(t, b, i, letters, dots, longest)
}

func classify(t []rune, b, i, letters, dots, longest int) abbrev {
	if letters == 0 || letters > 10 || i-b >= 16 || t[b] == '.' || b > 0 && flags(t[b-1])&fDigit != 0 {
		return abbrevNone
	}
	w := hashOf(t[b:i])
	switch {
	case years[w]:
		return abbrevYear
	case titles[w] && flags(t[b])&fUpper != 0:
		return abbrevNever
	case never[w]:
		return abbrevNever
	case final[w]:
		return abbrevEnd
	case letters == 1 && dots == 0:
		return abbrevLetter
	case numbered[w]:
		return abbrevDigit
	case maybe[w] || dots > 0 && longest <= 2:
		return abbrevMaybe
	}
	return abbrevNone
}
