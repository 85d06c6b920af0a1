package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The letters of each script beyond ASCII, the most frequent first, over the project's languages.
// Where a letter stands says how much it speaks for a decoding.
const (
	latinLetters    = "éıèüàíóáşçğñêöúôîâûùëïœæÉİŞÇÖÜÀÁÍÓÚÑÊÈÂÎÔÛäßÄ"
	cyrillicLetters = "оеаинтсрвлкмдпуяыьгзбчйіхжшюцщєїэфёґъ"
	arabicLetters   = "اینرلمدهوتبسيشکعكفقحجگخزپصطةضںےہھچأىغئذثظآٹژءؤإڈڑ"
	hebrewLetters   = "יוהלאמרתבשנםכדעחקפטןגזסצךףץ"
	hebrewFinals    = "םןךףץ"
	cyrillicVowels  = "оеаиуяыіюєїэё"
	// The characters that make up most of any Chinese news text.
	hanCharacters = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经" +
		"三进着等部度家电力里如水化高自二理起小现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严" +
		"伊朗核谈判总统裁武器制以色列外交访问签署袭击导弹停火谴责警告表示发言支持威胁盟联军队首相议员媒体"
	typography = "«»“”„‘’‚–—…•·°€£،؛؟٪٫٬۔。，、：；？！（）《》〈〉「」『』【】№¿¡©®"
)

var letterScores, hanCommon = func() (map[rune]float64, map[rune]bool) {
	scores, han := map[rune]float64{}, map[rune]bool{}
	for _, s := range []string{latinLetters, cyrillicLetters, arabicLetters, hebrewLetters} {
		n, rank := utf8.RuneCountInString(s), 0
		for _, r := range s {
			// From 1 for the first down to -0.5 for the last: text in the wrong
			// encoding has all letters alike, which comes to half of what real text has.
			scores[r] = 1 - 1.5*float64(rank)/float64(n)
			rank++
		}
	}
	for _, r := range latinLetters { // rarity says little here: the letters of five languages are mixed
		scores[r] = 0.6 + 0.4*scores[r]
	}
	for _, r := range hanCharacters {
		han[r] = true
	}
	return scores, han
}()

// plausibility says how much a decoded text looks like one, from about 1 (it surely is) down to
// negative values (it surely is not), for each of the high bytes (above 127) it was decoded from.
func plausibility(text string, high int) float64 {
	score := 0.0
	var word []rune
	flush := func() {
		score += wordPlausibility(word)
		word = word[:0]
	}
	for _, r := range text {
		switch {
		case unicode.IsLetter(r), unicode.IsMark(r), r == '\u200c' && len(word) > 0:
			word = append(word, r)
			continue
		case r < utf8.RuneSelf:
		case r == utf8.RuneError, unicode.IsControl(r):
			score -= 3
		case strings.ContainsRune(typography, r):
			score += 0.5
		case unicode.IsDigit(r), unicode.IsSpace(r):
			score += 0.2
		default:
			score--
		}
		flush()
	}
	flush()
	return score / float64(high)
}

// wordPlausibility is a word's share of plausibility, a sum over its letters beyond ASCII.
func wordPlausibility(word []rune) float64 {
	score, high, upperAfterLower, lowers, uppers := 0.0, 0, false, 0, 0
	var script *unicode.RangeTable
	mixed := false
	for i, r := range word {
		if unicode.IsUpper(r) {
			uppers++
			upperAfterLower = upperAfterLower || lowers > 0
		} else if unicode.IsLower(r) {
			lowers++
		}
		s := scriptOf(r)
		if s != nil {
			mixed = mixed || script != nil && s != script
			script = s
		}
		if r < utf8.RuneSelf {
			continue
		}
		high++
		score += letterPlausibility(r, s, i, len(word))
	}
	bad := 0.0
	switch {
	case high == 0:
		return 0
	case mixed:
		return -float64(high)
	case upperAfterLower, uppers > 1 && lowers > 0:
		bad = 1 // kOI8-R read as windows-1251 turns capitals and small letters round
	case script == unicode.Latin && high >= 3 && 2*high >= len(word):
		bad = 1 // five accents in "ÇáÓáÇã": no such word
	case script == unicode.Cyrillic && len(word) >= 4 && !hasVowel(word):
		bad = 0.7
	case script == unicode.Cyrillic && uppers == len(word) && len(word) > 1:
		bad = 0.2 // KOI8-R in small letters reads as windows-1251 in capitals
	}
	return score - bad*float64(high)
}

// letterPlausibility scores one letter or mark beyond ASCII at position i of a word of n.
func letterPlausibility(r rune, script *unicode.RangeTable, i, n int) float64 {
	switch {
	case script == unicode.Han:
		switch { // a character stands for two bytes
		case hanCommon[r]:
			return 2
		case r >= 0x4e00 && r <= 0x9fff:
			return 0.2
		}
		return -2
	case unicode.IsMark(r):
		if i == 0 {
			return -1 // vowel marks stand on letters
		}
		return 0
	case script == unicode.Hebrew && i < n-1 && strings.ContainsRune(hebrewFinals, r):
		return -1
	}
	if s, ok := letterScores[r]; ok {
		return s
	}
	if s, ok := letterScores[unicode.ToLower(r)]; ok {
		return s
	}
	return -0.5
}

func hasVowel(word []rune) bool {
	for _, r := range word {
		if strings.ContainsRune(cyrillicVowels, unicode.ToLower(r)) {
			return true
		}
	}
	return false
}

// scriptOf is the script of a letter, nil for marks and other scripts than the project's.
func scriptOf(r rune) *unicode.RangeTable {
	switch {
	case unicode.IsMark(r):
		return nil
	case unicode.Is(unicode.Latin, r):
		return unicode.Latin
	case unicode.Is(unicode.Cyrillic, r):
		return unicode.Cyrillic
	case unicode.Is(unicode.Arabic, r):
		return unicode.Arabic
	case unicode.Is(unicode.Hebrew, r):
		return unicode.Hebrew
	case unicode.Is(unicode.Han, r):
		return unicode.Han
	}
	return nil
}
