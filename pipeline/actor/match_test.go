//lint:file-ignore ST1018 Persian is written with half-spaces.

package actor

import (
	"testing"
	"time"
)

// Names of the registry in all languages, with particles, cases, spellings and metonyms.
func TestNames(t *testing.T) {
	runCases(t, []linkCase{
		{"en", "[[Tehran|state.IR]], [[the U.S.|state.US]], [[the White House|state.US]] and [[Iran's|state.IR]] allies met [[America|state.US]]."},
		{"en", "[[US|state.US]] officials told [[us|?]] that [[WHO|body.who]] had left."},
		{"en", "[[Arman Daryani|person.daryani]] spoke. || [[Daryani|person.daryani]] left. || [[President Hale|person.hale]] and [[Mr. Hale|person.hale]] met."},
		{"en", "[[Arman Dariani|person.daryani]] met [[Stepanskyy|person.stepansky]], [[Stepanskiy|person.stepansky]] and [[Sobolev|person.sobolev]]."},
		{"en", "[[Araqchani|person.araghtani]], [[Araghtchani|person.araghtani]] and [[Nima Araghchani|person.araghtani]] are one."},
		{"fa", "[[ایران|state.IR]] و [[آمریکای|state.US]] و [[ايران|state.IR]] و [[دریانی|person.daryani]] و [[آژانس بین المللی انرژی اتمی|body.iaea]]"},
		{"fa", "[[دولت ایران|state.IR]] با [[کاخ سفید|state.US]] گفت‌وگو کرد."},
		{"prs", "[[حکومت ایران|state.IR]] با [[آرمان دریانی|person.daryani]] مشورت کرد."},
		{"ar", "[[وإيران|state.IR]] [[لإيران|state.IR]] [[بالعراق|state.IQ]] [[للعراق|state.IQ]] [[وواشنطن|state.US]] [[والولايات المتحدة|state.US]] [[للولايات المتحدة|state.US]]"},
		{"ar", "[[الحكومة الإيرانية|state.IR]] و[[حكومة العراق|state.IQ]] و[[لبنان|state.LB]] [[ولبنان|state.LB]]"},
		{"he", "[[לאיראן|state.IR]] [[ושאיראן|state.IR]] [[מטהרן|state.IR]] [[בלבנון|state.LB]] [[לבנון|state.LB]] [[ארה״ב|state.US]] [[לארה\"ב|state.US]] [[לבית הלבן|state.US]] [[שהבית הלבן|state.US]]"},
		{"he", "[[הממשלה האיראנית|state.IR]] [[ממשלת ישראל|state.IL]] [[וישראל|state.IL]]"},
		{"ps", "[[د ایران حکومت|state.IR]] او [[امریکا|state.US]]"},
		{"ur", "[[ایرانی حکومت|state.IR]] اور [[امریکا|state.US]] اور [[آرمان دریانی|person.daryani]]"},
		{"tr", "[[İran'ın|state.IR]] [[ABD'nin|state.US]] [[Tahran’dan|state.IR]] [[İran hükümeti|state.IR]] [[Nijerya'ya|state.NG]] [[Nijer'e|state.NE]] [[Tahranda|state.IR]]"},
		{"ru", "[[Киева|state.UA]] [[Израиля|state.IL]] [[России|state.RU]] [[Россией|state.RU]] [[Украиной|state.UA]] [[Соболевым|person.sobolev]] [[Степанского|person.stepansky]] [[Степанскому|person.stepansky]] [[Белого дома|state.US]] [[Соединёнными Штатами|state.US]]"},
		{"ru", "[[правительство Израиля|state.IL]] [[российские власти|-]] [[иранского правительства|state.IR]] [[Кремлю|state.RU]] [[Виктора Петровича Соболева|person.sobolev]]"},
		{"uk", "[[Києва|state.UA]] [[Києвом|state.UA]] [[Ізраїлем|state.IL]] [[Росією|state.RU]] [[Україною|state.UA]] [[Степанського|person.stepansky]] [[Сполученими Штатами|state.US]] [[уряд України|state.UA]]"},
		{"fr", "[[l’Iran|state.IR]] [[les États-Unis|state.US]] [[la Russie|state.RU]] [[le gouvernement iranien|state.IR]] [[l'administration américaine|state.US]]"},
		{"es", "[[EE.UU.|state.US]] [[los Estados Unidos|state.US]] [[Irán|state.IR]] [[el gobierno iraní|state.IR]] [[La Paz|state.BO]] [[la Casa Blanca|state.US]]"},
		{"zh", "[[伊朗政府|state.IR]] [[白宫|state.US]] [[达里亚尼|person.daryani]] [[阿尔曼·达里亚尼|person.daryani]] [[林卫国|person.lin]] [[达里亚尼先生|person.daryani]]"},
		{"en", "[[Lin Weiguo|person.lin]] spoke; [[Weiguo Lin|person.lin]] left; [[Lin|person.lin]] returned."},
	})
}

// Names that look alike and must stay apart.
func TestNoFalseMerges(t *testing.T) {
	runCases(t, []linkCase{
		{"en", "[[Georgia|state.GE]] [[Georgian|#a]] [[Niger|state.NE]] [[Nigeria|state.NG]] [[Guinea|state.GN]] [[Equatorial Guinea|state.GQ]] [[North Korea|state.KP]] [[South Korea|state.KR]] [[Congo|state.CG]] [[DR Congo|state.CD]] [[Sudan|state.SD]] [[South Sudan|state.SS]]"},
		{"ru", "[[Нигера|state.NE]] [[Нигерии|state.NG]] [[Нигерией|state.NG]] [[Нигером|state.NE]]"},
		{"ar", "[[السودان|state.SD]] [[جنوب السودان|state.SS]] [[وجنوب السودان|state.SS]]"},
		{"zh", "[[朝鲜|state.KP]] [[韩国|state.KR]]"},
		{"en", "[[Jordan|state.JO]] hosted talks."},
		{"en", "[[Carl Jordan|person.jordan]] spoke. || [[Jordan|person.jordan]] left for talks in [[Jordan|state.JO]]."},
		{"en", "[[Hale|person.hale]] spoke. || [[The Hale administration|state.US]] agreed."},
		{"en", "[[Iranian officials|#a:group]] met [[advisers to Hale|#b:group]] and [[Hale's spokesman|#c:official]]."},
		{"fa", "[[ایرانی|#a]] و [[مشاور هیل|#b]]"},
		{"en", "[[Kessler|#a]] left."},
		{"en", "[[Bruno Kessler|person.kessler-b]] spoke. || [[Kessler|person.kessler-b]] left."},
		{"en", "Mayor [[Kessler|person.kessler-b]] left."},
		{"en", "[[The next Iranian government|#a]] and [[Iran|state.IR]]"},
		{"en", "[[Hale|person.hale]] spoke. || [[The council's president|#b:official]] left."},
		{"ru", "[[Соболев|person.sobolev]] говорил с президентом [[технического совета|#b:body]]."},
		{"en", "[[Israeli army|#a:body]] and [[Israeli government|state.IL]]"},
	})
}

func TestDates(t *testing.T) {
	l := NewLinker(testRegistry(t))
	in := func(y int) time.Time { return time.Date(y, 3, 1, 0, 0, 0, 0, time.UTC) }
	both := "[[Kaveh Rostami|person.rostami]] and [[Arman Daryani|person.daryani]] met. || Later [[the Iranian foreign minister|%s]] left."
	for _, c := range []struct {
		date time.Time
		want string
	}{{in(2023), "person.rostami"}, {in(2025), "person.daryani"}, {time.Time{}, "person.daryani"}} {
		checkMarked(t, l, "en", replace(both, c.want), c.date)
	}
}

func TestPhoneticKeys(t *testing.T) {
	for _, same := range [][]string{
		{"araghchi", "araqchi", "araghtchi"}, {"zelensky", "zelenskyy", "zelenskiy"}, {"khamenei", "khamene'i"}, {"qalibaf", "ghalibaf"},
	} {
		for _, s := range same[1:] {
			if phonetic(s) != phonetic(same[0]) || phonetic(s) == "" {
				t.Errorf("%s %q, %s %q", same[0], phonetic(same[0]), s, phonetic(s))
			}
		}
	}
	for _, apart := range [][2]string{{"maduro", "madero"}, {"hassan", "hussein"}, {"rouhani", "rabbani"}, {"sharif", "sheriff"}} {
		if phonetic(apart[0]) == phonetic(apart[1]) {
			t.Errorf("%v share %q", apart, phonetic(apart[0]))
		}
	}
}

// A last word alone names somebody only where it cannot be a given name or a common word.
func TestDistinctive(t *testing.T) {
	for name, want := range map[string]bool{
		"Daryani": true, "Соболев": true, "bin Karim": true, "الله سیستانی": true,
		"Ali": false, "علی": false, "اسلامی": false, "אלי": false, "王": false,
	} {
		if got := distinctive(words(name)); got != want {
			t.Errorf("distinctive(%q) is %v", name, got)
		}
	}
}
