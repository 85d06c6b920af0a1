package sentence

import "strings"

// dateWords are the words that dates and times are made of.
var dateWords = wordSet(
	"january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
	"monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
	"am pm a.m p.m gmt utc est edt et cet cest bst msk irst ist trt at on of the st nd rd th h updated published",
	"oca şub nis haz tem ağu eyl eki kas ara ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi salı çarşamba perşembe cuma cumartesi pazar saat",
	"janv févr avr juil déc janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche à le heures",
	"ene abr ago dic enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo de del las el hrs",
	"янв фев апр июн июл авг сен сент окт ноя нояб дек января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среда четверг пятница суббота воскресенье г в мск",
	"січ лют бер квіт трав черв лип серп вер жовт лист груд січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня понеділок вівторок середа четвер п'ятниця субота неділя р о",
	"فروردین اردیبهشت خرداد تیر مرداد شهریور مهر ابان آبان اذر آذر دی بهمن اسفند شنبه یکشنبه دوشنبه سه چهار پنج چهارشنبه پنجشنبه جمعه ساعت",
	"ژانویه فوریه مارس اوریل آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر جنوری فبروری مارچ اپریل می جون جولای اگست سپتمبر اکتوبر نومبر دسمبر",
	"حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
	"يناير فبراير أبريل ابريل مايو يونيو يوليو أغسطس اغسطس سبتمبر أكتوبر اكتوبر نوفمبر ديسمبر كانون شباط آذار اذار نيسان أيار ايار حزيران تموز آب اب أيلول ايلول تشرين الأول الاول الثاني",
	"الاثنين الإثنين الاثنین الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد الساعة في صباحا مساء م ص بتوقيت غرينتش",
	"ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר יום ראשון שני שלישי רביעי חמישי שישי שבת בשעה",
	"مئی جولائی اگست ستمبر بجے پیر منگل بدھ جمعرات ہفتہ اتوار کو",
	"کال د نیټه نېټه وری غویی غبرګولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب مه",
)

// maxDigits is the number of digits in two dates with their times: published, updated.
const maxDigits = 28

// bareDate says that a folded line holds a date or a time of day and nothing else.
func bareDate(s string) bool { return dateLike(s, 0) && !strings.HasSuffix(s, "۔") }

// dateLike says that a folded stretch is a date or a time of day with at most extra words
// of another kind. A number alone is none.
func dateLike(s string, extra int) bool {
	digits, dated, clock := 0, 0, false
	rs := []rune(s)
	for i := 0; i < len(rs); {
		f := flags(rs[i])
		switch {
		case f&fDigit != 0:
			digits++
			if i+2 < len(rs) && (rs[i+1] == ':' || rs[i+1] == '/' || rs[i+1] == '.' || rs[i+1] == '-') && flags(rs[i+2])&fDigit != 0 {
				clock = true
			}
			i++
		case isHan(rs[i]):
			if !hanDate[rs[i]] {
				return false
			}
			dated++
			i++
		case f&fLetter != 0:
			e := i
			for e < len(rs) && (flags(rs[e])&fLetter != 0 || rs[e] == '\'') {
				e++
			}
			if dateWords[hashOf(rs[i:e])] {
				dated++
			} else if extra--; extra < 0 {
				return false
			}
			i = e
		default:
			i++
		}
	}
	return (clock && digits > 3 || digits > 0 && dated > 0) && digits <= maxDigits
}

var hanDate = map[rune]bool{'年': true, '月': true, '日': true, '时': true, '分': true, '星': true, '期': true, '周': true, '一': true, '二': true, '三': true, '四': true, '五': true, '六': true, '上': true, '下': true, '午': true, '点': true}
