//lint:file-ignore ST1018 Persian is written with half-spaces.

package actor

import (
	"testing"
	"time"
)

func TestSpeakers(t *testing.T) {
	l := NewLinker(testRegistry(t))
	for _, c := range []struct {
		name, lang, text string
		want             map[int]string // sentence → registry id
	}{
		{"opened before", "en", "[[Arman Daryani|-]] said: “Talks will go on. || Pressure will fail. || Sanctions must end.”", map[int]string{1: "person.daryani", 2: "person.daryani"}},
		{"attributed at the end", "en", "“Talks will go on. || Pressure will fail,” [[Arman Daryani|-]] said.", map[int]string{0: "person.daryani"}},
		{"own quotation after", "en", "“Talks will go on,” [[Arman Daryani|-]] said. || “Pressure will fail.”", map[int]string{1: "person.daryani"}},
		{"X added after", "en", "“Pressure will fail.” || [[Hale|-]] added on Monday.", map[int]string{0: "person.hale"}},
		{"next paragraph goes on", "en", "[[Hale|-]] said: “Talks go on. // “Pressure will fail.”", map[int]string{1: "person.hale"}},
		{"goes on without line breaks", "en", "[[Hale|-]] said: “Talks go on. || “Pressure will fail.”", map[int]string{1: "person.hale"}},
		{"never closed", "en", "[[Hale|-]] said: “Talks go on. || Rain fell on the city.", map[int]string{}},
		{"another paragraph", "en", "[[Hale|-]] said talks went on. // “Pressure will fail.”", map[int]string{}},
		{"not a quotation", "en", "[[Hale|-]] said talks would go on. || Pressure will fail.", map[int]string{}},
		{"two speakers", "en", "[[Hale|-]] met [[Sobolev|-]]. || “Pressure will fail.”", map[int]string{}},
		{"speaker named", "en", "“Pressure will fail,” [[Hale|-]] said.", map[int]string{}},
		{"first person stands for him", "en", "“Talks go on,” [[Hale|-]] said. || “[[I|person.hale]] will wait.”", map[int]string{}},
		{"party beside speaker", "en", "“Talks go on,” [[Hale|-]] said. || “[[We|state.US]] will wait.”", map[int]string{1: "person.hale"}},
		{"unclosed straight mark", "en", "[[Hale|-]] said \"talks go on. // Rain fell.", map[int]string{}},
		{"guillemets", "ru", "«Переговоры продолжатся», — заявил [[Соболев|-]]. || «Давление не поможет».", map[int]string{1: "person.sobolev"}},
		{"guillemets uk", "uk", "[[Степанський|-]] сказав: «Переговори тривають. || Тиск не допоможе».", map[int]string{1: "person.stepansky"}},
		{"fa", "fa", "[[دریانی|-]] گفت: «گفت‌وگو ادامه دارد. || فشار نتیجه ندارد.»", map[int]string{1: "person.daryani"}},
		{"prs", "prs", "[[دریانی|-]] گفت: «گفتگو ادامه دارد. || فشار نتیجه ندارد.»", map[int]string{1: "person.daryani"}},
		{"ar", "ar", "قال [[درياني|-]]: \"الحوار مستمر. || الضغط لن ينجح\".", map[int]string{1: "person.daryani"}},
		{"hebrew gershayim", "he", "[[דריאני|-]] אמר: \"השיחות יימשכו מול ארה\"ב. || הלחץ ייכשל\".", map[int]string{1: "person.daryani"}},
		{"ps", "ps", "[[آرمان درياني|-]] وویل: «خبرې دوام لري. || فشار نه کار کوي.»", map[int]string{1: "person.daryani"}},
		{"ur", "ur", "[[آرمان دریانی|-]] نے کہا: ”بات چیت جاری رہے گی۔ || دباؤ ناکام ہوگا۔“", map[int]string{1: "person.daryani"}},
		{"ur doubled", "ur", "[[آرمان دریانی|-]] نے کہا: ’’بات چیت جاری رہے گی۔ || دباؤ ناکام ہوگا۔‘‘", map[int]string{1: "person.daryani"}},
		{"tr", "tr", "\"Görüşmeler sürecek. || Baskı işe yaramaz\" diyen [[Deryani|-]] gitti.", map[int]string{0: "person.daryani"}},
		{"fr", "fr", "« Les pourparlers continuent », a dit [[Daryani|-]]. || « La pression échouera. »", map[int]string{1: "person.daryani"}},
		{"es", "es", "[[Daryani|-]] afirmó: “El diálogo sigue. || La presión fracasará”.", map[int]string{1: "person.daryani"}},
		{"zh", "zh", "[[达里亚尼|-]]说：“谈判将继续。||施压不会成功。”", map[int]string{1: "person.daryani"}},
		{"zh corner", "zh", "[[林卫国|-]]表示：「談判將繼續。||施壓不會成功。」", map[int]string{1: "person.lin"}},
	} {
		got := checkMarked(t, l, c.lang, c.text, time.Time{})
		if len(got.Speakers) != len(c.want) {
			t.Errorf("%s: speakers %v, want %v", c.name, got.Speakers, c.want)
			continue
		}
		for s, id := range c.want {
			if got.Speakers[s].ID != id {
				t.Errorf("%s: speakers %v, want %v", c.name, got.Speakers, c.want)
			}
		}
	}
}
