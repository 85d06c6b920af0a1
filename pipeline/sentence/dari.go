package sentence

import "strings"

// Dari and Iranian Persian are one written language; what tells them apart in news are
// the names of offices, months and everyday things. Only words that the other side's
// press hardly uses count much: "والی" and "پروسه" are known in Iran too.
var dariHints = func() map[word]int {
	m := map[word]int{}
	for _, g := range []struct {
		points int
		list   string
	}{
		// Offices and institutions of Afghanistan; loans and spellings of Dari.
		{3, "ولسوالی ولسوالیها ولسوال پوهنتون پوهنځی پوهاند څارنوال څارنوالی سارنوال سارنوالی لوی شاروالی شاروال قوماندان قومندان قوماندانی جرگه ستره دگروال دگرمن جگرن جنرال دالر فیصد لست تیلفون شفاخانه موتر پولیس جاپان جرمنی گان"},
		{3, "ویانا کانگرس دیپلومات دیپلوماتیک کنترول بیجینگ ویتو کوریا کوریای دیموکرات دیموکراسی سرمنشی هوتل انجنیر داکتر پروگرام ویزه پالیسی سکتور تکنالوژی انترنت کمپیوتر آسترالیا جنیوا ماسکو هسپانیا پولند سویدن"},
		{3, "جنوری فبروری مارچ اپریل اگست سپتمبر اکتوبر نومبر دسمبر"},
		{2, "بالستیک پاسپورت یوکراین جولای ثور جوزا سنبله عقرب قوس دلو حوت ولایات عساکر ملیون ملیارد جلالتمآب طیاره طیارات چرخبال سرک فابریکه صدراعظم مکاتب انکشاف هراس افگن"},
		{1, "والی پروسه امریکا امریکایی معارف عسکر تطبیق تجارتی شمول تذکره باشنده باشندگان"},
		// The same things in Iran.
		{-3, "ژانویه فوریه آوریل ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر تومان ژنرال"},
		{-2, "مارس دانشگاه دانشجویان دادستان دادستانی شهرداری شهردار استاندار استانداری فرماندار پلیس بیمارستان ژاپن دلار اردیبهشت خرداد مرداد شهریور آبان آذر بهمن اسفند فروردین معظم فرودگاه ژنو پکن"},
		{-1, "آمریکا آمریکایی میلیون میلیارد درصد آلمان خاطرنشان هواپیما وین کنگره دیپلمات کنترل دموکرات دکتر هتل اینترنت"},
	} {
		for _, s := range strings.Fields(g.list) {
			m[hashOf([]rune(s))] = g.points
		}
	}
	return m
}()

// Points from which Persian text counts as Dari: a few telling words in an article, and
// more of them the longer it is.
const (
	dariPoints = 3
	dariLeans  = 2    // what leaning words can add: a writer's spelling repeats itself
	dariEvery  = 4000 // letters of Persian for each further point
)

// isDari says whether the Persian of an article is Dari. What the input or the address
// declares counts; else the words of all its Persian sentences; where they do not tell,
// it is not.
func isDari(declared, address string, verdicts []verdict) bool {
	if declared == codes[prs] || afghan(address) {
		return true
	}
	points, leans, letters := 0, 0, 0
	for _, v := range verdicts {
		if v.script == arabic && (v.lang == fa || !v.sure) {
			points += v.dari
			leans += v.leans
			letters += v.weight
		}
	}
	return points+min(leans, dariLeans) >= dariPoints+letters/dariEvery
}
