package sentence

import "strings"

// symbolic names lines that hold no word at all or only hashtags.
func symbolic(t []rune, sp span) string {
	if !hasWord(t, sp) {
		return ReasonSymbols
	}
	tags := 0
	for i := sp.s; i < sp.e; i++ {
		switch f := flags(t[i]); {
		case t[i] == '#' && (i == sp.s || !isWord(t[i-1])):
			tags++
			for i+1 < sp.e && (flags(t[i+1])&(fLetter|fDigit|fMark) != 0 || t[i+1] == '_') {
				i++
			}
		case f&(fLetter|fDigit) != 0:
			return ""
		}
	}
	if tags == 0 {
		return ""
	}
	return ReasonHashtags
}

// shape names lines that are boilerplate by their form, whatever their language.
func (f *folded) shape(t []rune) string {
	s := f.s
	spaces := strings.Count(s, " ")
	digit := strings.ContainsAny(s, "0123456789")
	switch {
	case spaces <= 3 && mailBehind(s):
		return ReasonEmail
	case spaces == 0 && isURL(s):
		return ReasonURL
	case spaces == 0 && strings.HasPrefix(s, "@") && len(s) > 2:
		return ReasonShare
	case f.r[0] == '©' || strings.HasPrefix(s, "c) 2") || strings.HasPrefix(s, "c) 1"):
		return ReasonCopyright
	case spaces <= 2 && (f.agencyCode(t) || f.initialsCode(t)):
		return ReasonAgency
	case spaces <= 8 && f.agencyCredit():
		return ReasonCredit
	case digit && spaces <= 12 && bareDate(s):
		return ReasonTimestamp
	case spaces <= 20 && f.trail && crumbs(s):
		return ReasonNavigation
	case spaces <= maxShareWords && shareBar(s):
		return ReasonShare
	case spaces <= 10 && letterSizes(s):
		return ReasonNavigation
	}
	return ""
}

func isURL(s string) bool {
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "t.me/") {
		return true
	}
	host, path, slash := strings.Cut(s, "/")
	dot := strings.LastIndexByte(host, '.')
	return dot > 0 && ascii(s) && domains[hashOf([]rune(host[dot+1:]))] && (slash && path != "" || strings.Count(host, ".") > 1 || len(host) > dot+3)
}

func isMail(s string) bool {
	user, host, ok := strings.Cut(s, "@")
	return ok && user != "" && ascii(s) && !strings.Contains(s, "/") && strings.Contains(strings.Trim(host, "."), ".")
}

// mailBehind says that a folded line is an e-mail address, or ends in one behind a colon.
func mailBehind(s string) bool {
	if i := strings.LastIndex(s, ": "); i > 0 {
		s = s[i+2:]
	}
	return !strings.Contains(s, " ") && isMail(s)
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// agencyCode says that the line is an agency's own mark: "MNA/6123456", "SB/PR", "/ТАСС/".
func (f *folded) agencyCode(t []rune) bool {
	slash, run, letters := 0, 0, 0
	for i, r := range f.r {
		fl := flags(r)
		switch {
		case r == '/':
			slash++
			run = 0
		case fl&fLetter != 0:
			run++
			letters++
			if flags(t[f.src[i]])&fUpper == 0 || run > 6 {
				return false
			}
		case r == '-' && slash > 0: // two editors: "SP/NB-CK"
			run = 0
		case fl&fDigit != 0 || r == '.' && i == len(f.r)-1:
		default:
			return false
		}
	}
	return slash > 0 && letters > 1 && (letters <= 8 || f.r[0] == '/')
}

// photoAgencies supply pictures; with a slash behind them they sign one.
var photoAgencies = []string{"reuters", "afp", "ap photo", "ap", "epa", "epa-efe", "efe", "getty images", "getty", "xinhua", "anadolu", "aa", "tass", "ria novosti", "irna", "isna", "mehr", "tasnim", "shutterstock", "ukrinform", "рейтер", "тасс", "рия новости", "укрінформ", "رويترز", "رائٹرز", "ا ف ب", "ایسنا", "ایرنا", "رويترز", "רויטרס", "新华社", "路透社"}

// agencyCredit says that the line signs a picture: "REUTERS/Ann Example", "AFP/Getty Images".
func (f *folded) agencyCredit() bool {
	if !strings.Contains(f.s, "/") {
		return f.s == "getty images" || f.s == "shutterstock" || f.s == "afp photo"
	}
	for _, a := range photoAgencies {
		rest, ok := strings.CutPrefix(f.s, a)
		if !ok {
			continue
		}
		rest, ok = strings.CutPrefix(strings.TrimLeft(rest, " "), "/")
		if ok && words(rest) <= 5 && !strings.HasSuffix(rest, ".") && !strings.Contains(rest, ":") {
			return true
		}
	}
	return false
}

// crumbs says that the line is a trail of links: "Home > World > Asia".
func crumbs(s string) bool {
	for _, sep := range []string{" > ", " » ", " › ", " / ", " | ", " < ", " « "} {
		parts := strings.Split(s, sep)
		if len(parts) < 2 {
			continue
		}
		home := homes[hashOf([]rune(parts[0]))]
		if len(parts) == 2 && !home && !sectionNames[parts[0]] || strings.HasSuffix(s, ".") {
			continue
		}
		short, sections := true, 0
		for _, p := range parts {
			short = short && words(p) <= 3
			if sectionNames[p] {
				sections++
			}
		}
		if short && (sections == len(parts) || sections > 0 && len(parts) > 2) {
			return true
		}
		if short && (home || len(parts) > 2) && (home || sep == " > " || sep == " › " || sep == " » " || sep == " | " && len(parts) > 3) {
			return true
		}
	}
	return false
}

var homes = wordSet("home main index anasayfa главная головна accueil inicio portada خانه صفحه الرئيسية ראשי کور 首页 主页 سرورق")

// sectionNames are the parts of a paper, as trails of links name them.
var sectionNames = foldSet("news|world|politics|economy|business|sport|sports|culture|opinion|analysis|interview|africa|asia|europe|middle east|americas|technology|science|health|society|" +
	"haber|haberler|gündem|dünya|siyaset|politika|ekonomi|spor|kültür|analiz|röportaj|afrika|asya|avrupa|orta doğu|" +
	"actualités|monde|politique|économie|culture|international|afrique|asie|europe|proche-orient|société|noticias|mundo|política|economía|deportes|cultura|internacional|américa latina|áfrica|sociedad|" +
	"новости|мир|в мире|политика|экономика|спорт|культура|общество|право|африка|азия|європа|европа|новини|світ|у світі|політика|економіка|спорт|культура|суспільство|" +
	"اخبار|جهان|سیاست|سیاسی|اقتصاد|اقتصادی|ورزش|ورزشی|فرهنگ|فرهنگی|بین الملل|جامعه|دیدگاه|گفت و گو|مصاحبه|افغانستان|خاورمیانه|" +
	"أخبار|الأخبار|العالم|سياسة|السياسة|اقتصاد|رياضة|ثقافة|أفريقيا|آسيا|الشرق الأوسط|رأي|حوار|חדשות|עולם|בעולם|פוליטיקה|כלכלה|ספורט|תרבות|דעות|פרשנות|" +
	"خبرونه|نړۍ|لوبې|اقتصاد|کلتور|خبریں|دنیا|سیاست|کھیل|معیشت|ثقافت|新闻|国际|世界|政治|经济|财经|体育|文化|社会|评论|亚洲|非洲|欧洲")

// allOf says that the line is made of the words of a set and separators only.
func allOf(s string, set map[word]bool) bool {
	w := noWord
	for _, r := range s {
		switch r {
		case ' ', '|', '/', ',', '-', '،':
			if w != noWord && !set[w] {
				return false
			}
			w = noWord
		default:
			w = w.add(r)
		}
	}
	return w == noWord || set[w]
}
