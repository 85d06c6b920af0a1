package sentence

import (
	"net/url"
	"strings"

	"github.com/abadojack/whatlanggo"
)

// language numbers the languages; other stands for all that are none of the 13.
type language uint8

const (
	none language = iota
	en
	fa
	ar
	he
	ps
	ur
	tr
	ru
	uk
	fr
	es
	zh
	prs
	other
	numLanguages
)

// Undetermined is the language of a sentence that is in none of the 13.
const Undetermined = "und"

var codes = [numLanguages]string{Undetermined, "en", "fa", "ar", "he", "ps", "ur", "tr", "ru", "uk", "fr", "es", "zh", "prs", Undetermined}

// scripts as far as the 13 languages tell them apart.
type script uint8

const (
	noScript script = iota
	latin
	cyrillic
	arabic
	hebrew
	han
	foreign // any other
	numScripts
)

var scriptOf = [numLanguages]script{en: latin, tr: latin, fr: latin, es: latin, fa: arabic, prs: arabic, ar: arabic, ps: arabic, ur: arabic, ru: cyrillic, uk: cyrillic, he: hebrew, zh: han}

// verdict is what one sentence says about its language by itself.
type verdict struct {
	lang   language
	sure   bool
	script script
	dari   int // points of Dari words less those of Iranian ones
	leans  int // words that lean to Dari
	weight int // letters
}

// Thresholds on the points that letters and function words give.
const (
	surePoints = 4
	sureLead   = 2
	// minTrigram is the number of letters from which trigrams are asked, sureTrigram the
	// one from which they are believed against the language of the article.
	minTrigram  = 12
	sureTrigram = 120
	// minCyrillic is the number of letters within which Ukrainian shows one of its own.
	minCyrillic = 25
)

// identify reads one sentence.
func identify(t []rune) verdict {
	c := count(t)
	v := verdict{script: c.top(), dari: c.dari, leans: c.spelled}
	for _, n := range c.letters {
		v.weight += n
	}
	switch v.script {
	case noScript:
		return v
	case hebrew:
		v.lang, v.sure = he, c.letters[hebrew] > 1
		return v
	case han:
		v.lang, v.sure = zh, true
		return v
	case foreign:
		v.lang, v.sure = other, true
		return v
	}
	if v.script == cyrillic && c.letters[cyrillic] >= minCyrillic && !c.ukrainian {
		c.points[ru] += 3
	}
	best, second := none, none
	for l := en; l < numLanguages; l++ {
		if l != other && scriptOf[l] != v.script {
			continue
		}
		if best == none || c.points[l] > c.points[best] {
			best, second = l, best
		} else if second == none || c.points[l] > c.points[second] {
			second = l
		}
	}
	lead := c.points[best] - c.points[second]
	if lead > 0 {
		v.lang = best
	}
	v.sure = c.points[best] >= surePoints && lead >= max(sureLead, c.points[best]/5)
	if !v.sure && v.script == latin && c.letters[latin] >= minTrigram {
		v.trigrams(t)
	}
	return v
}

// trigramLangs are the Latin languages that trigrams choose from: ours, and those that
// would else be taken for one of ours.
var trigramLangs = map[whatlanggo.Lang]language{
	whatlanggo.Eng: en, whatlanggo.Tur: tr, whatlanggo.Fra: fr, whatlanggo.Spa: es,
	whatlanggo.Deu: other, whatlanggo.Ita: other, whatlanggo.Por: other, whatlanggo.Nld: other, whatlanggo.Pol: other,
	whatlanggo.Ron: other, whatlanggo.Swe: other, whatlanggo.Ces: other, whatlanggo.Hun: other, whatlanggo.Ind: other,
}

var trigramOptions = func() whatlanggo.Options {
	w := map[whatlanggo.Lang]bool{}
	for l := range trigramLangs {
		w[l] = true
	}
	return whatlanggo.Options{Whitelist: w}
}()

// trigrams asks whatlanggo where words and letters leave a Latin text open. Its answer on
// a tie depends on map order, but its confidence is then 0.
func (v *verdict) trigrams(t []rune) {
	info := whatlanggo.DetectWithOptions(string(t), trigramOptions)
	if l := trigramLangs[info.Lang]; l != none && info.Confidence > 0.5 {
		v.lang = l
		v.sure = info.Confidence > 0.9 && v.weight >= sureTrigram
	}
}

// tags maps what inputs declare to our languages.
var tags = map[string]language{
	"en": en, "eng": en, "fa": fa, "fas": fa, "per": fa, "pes": fa, "ar": ar, "ara": ar, "arb": ar, "he": he, "iw": he, "heb": he,
	"ps": ps, "pus": ps, "pbu": ps, "pbt": ps, "pst": ps, "ur": ur, "urd": ur, "tr": tr, "tur": tr, "ru": ru, "rus": ru, "uk": uk, "ukr": uk,
	"fr": fr, "fra": fr, "fre": fr, "es": es, "spa": es, "zh": zh, "zho": zh, "chi": zh, "cmn": zh, "prs": prs, "dari": prs,
}

// baseLang reads a declared language tag: one of the 13 codes, "" where it is none.
func baseLang(tag string) string {
	tag = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(tag)), "_", "-")
	base, rest, _ := strings.Cut(tag, "-")
	l := tags[base]
	if l == fa && (rest == "af" || strings.HasSuffix(rest, "-af")) {
		l = prs
	}
	if l == none {
		return ""
	}
	return codes[l]
}

// sample is the number of runes that guess reads.
const sample = 2000

// guess names the language of a text before it is cut, "" where it is not clear.
func guess(t []rune) string {
	v := identify(t[:min(len(t), sample)])
	if v.lang == none || v.lang == other {
		return ""
	}
	return codes[v.lang]
}

// languages tells the language of each kept sentence: its own where that is clear, else
// that of the article.
func (c *cutter) languages(address string) []string {
	verdicts := make([]verdict, len(c.kept))
	var weight [numLanguages]int
	total := 0
	for i, k := range c.kept {
		v := identify(c.t[k.s:k.e])
		verdicts[i] = v
		if v.sure {
			weight[v.lang] += v.weight
			total += v.weight
		}
	}
	base := articleLang(tags[c.declared], weight, total)
	dari := isDari(c.declared, address, verdicts)
	out := make([]string, len(verdicts))
	for i, v := range verdicts {
		l := v.lang
		// A fitting script is enough for the article's own language to win over a guess.
		if !v.sure && (v.script == noScript || v.script == scriptOf[base]) {
			l = base
		}
		if l == fa || l == prs {
			l = fa
			if dari {
				l = prs
			}
		}
		out[i] = codes[l]
	}
	return out
}

// articleLang is the declared language, unless the text speaks against it.
func articleLang(declared language, weight [numLanguages]int, total int) language {
	most := none
	for l := range weight {
		if weight[l] > weight[most] {
			most = language(l)
		}
	}
	if declared == prs {
		declared = fa
	}
	if declared != none && weight[declared]*5 >= total {
		return declared
	}
	return most
}

// afghan says that an address lies in Afghanistan.
func afghan(address string) bool {
	u, err := url.Parse(address)
	return err == nil && strings.HasSuffix(u.Hostname(), ".af")
}
