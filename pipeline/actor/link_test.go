//lint:file-ignore ST1018 Persian is written with half-spaces.

package actor

import (
	"strings"
	"testing"
)

func replace(s, with string) string { return strings.Replace(s, "%s", with, 1) }

// Surnames, abbreviations, roles and titles inside one article.
func TestWithinArticle(t *testing.T) {
	runCases(t, []linkCase{
		{"en", "[[Nadia Ferrant|#a:person]] arrived. || [[Ferrant|#a]] spoke, and [[Ms. Ferrant|#a]] left."},
		{"en", "[[Northern Water Council|#a:body]] (NWC) met. || [[The NWC|#a]] agreed."},
		{"en", "[[Union of River Peoples|#a]] met. || [[URP|#a]] agreed."},
		{"en", "[[International Atomic Energy Agency|body.iaea]] (IAEA) met. || [[The agency|body.iaea]] said [[it|body.iaea]] would wait."},
		{"en", "Foreign Minister [[Lena Orvik|#a:person]] arrived. || [[The foreign minister|#a]] said [[she|#a]] was hopeful."},
		{"en", "[[Lena Orvik|#a]], the foreign minister of Norland, arrived. || [[The minister|#a]] left."},
		{"en", "[[Arman Daryani|person.daryani]] arrived. || [[The Iranian foreign minister|person.daryani]] left."},
		{"en", "[[Hale|person.hale]] arrived. || [[The president|person.hale]] left; [[the former president|#b:official]] stayed."},
		{"en", "[[Sobolev|person.sobolev]] and [[Hale|person.hale]] met. || [[The U.S. president|person.hale]] left."},
		{"en", "[[The Dawn Front|group.dawn-front]] attacked. || [[The group|group.dawn-front]] said [[it|group.dawn-front]] would go on."},
		{"fa", "وزیر خارجه ایران، [[آرمان دریانی|person.daryani]] آمد. || [[وزیر خارجه|person.daryani]] گفت [[او|person.daryani]] می‌ماند."},
		{"fa", "رئیس‌جمهور [[سهراب نیکمنش|#a]] آمد. || [[نیکمنش|#a]] رفت. || [[رئیس جمهور|#a]] بازگشت."},
		{"prs", "وزیر خارجه [[نادر کوهبند|#a]] آمد. || [[وزیر خارجه|#a]] رفت."},
		{"ar", "وزير الخارجية [[سالم الهدباني|#a]] وصل. || [[الهدباني|#a]] غادر. || قال [[الوزير|#a]] إن [[هو|#a]] متفائل."},
		{"he", "שר החוץ [[יואב כרמלון|#a]] הגיע. || [[כרמלון|#a]] דיבר. || [[שר החוץ|#a]] אמר [[שהוא|#a]] אופטימי. || [[לכרמלון|#a]]"},
		{"ps", "د بهرنیو چارو وزیر [[نورګل سمون|#a]] راغی. || [[سمون|#a]] ولاړ. || [[هغه|#a]] وویل."},
		{"ur", "وزیر خارجہ [[کامل درانوی|#a]] آئے۔ || [[درانوی|#a]] گئے۔ || [[انہوں|#a]] نے کہا۔ || [[وزیر خارجہ|#a]] لوٹے۔"},
		{"tr", "Dışişleri Bakanı [[Selin Korhanlı|#a:person]] geldi. || [[Korhanlı'nın|#a]] sözleri sertti. || [[Bakan|#a]] gitti. || [[O|#a]] döndü."},
		{"ru", "Министр иностранных дел [[Павел Гордынин|#a:person]] прибыл. || С [[Гордыниным|#a]] говорили. || [[Министр|#a]] уехал. || [[Он|#a]] вернулся."},
		{"uk", "Міністр закордонних справ [[Тарас Вербицький|#a:person]] прибув. || [[Вербицького|#a]] чекали. || [[Міністр|#a]] поїхав. || [[Він|#a]] повернувся."},
		{"fr", "La ministre des Affaires étrangères [[Élise Montcalm|#a]] est arrivée. || [[Montcalm|#a]] a parlé. || [[La ministre|#a]] est partie. || [[Elle|#a]] reviendra."},
		{"es", "El ministro de Exteriores [[Julián Robledal|#a]] llegó. || [[Robledal|#a]] habló. || [[El ministro|#a]] salió. || [[Él|#a]] volverá."},
		{"zh", "伊朗外长[[达里亚尼|person.daryani]]抵达。||[[外长|person.daryani]]说，[[他|person.daryani]]很乐观。"},
		{"en", "[[Iran|state.IR]] and [[Russia|state.RU]] met. || [[Both|#p:group]] agreed. || [[Both countries|#p]] left."},
	})
}

// Pronouns outside quotations; the subject first, then what agrees.
func TestPronouns(t *testing.T) {
	runCases(t, []linkCase{
		{"en", "[[He|?]] left."},
		{"en", "[[Iran|state.IR]] met [[Hale|person.hale]]. || [[It|state.IR]] refused; [[he|person.hale]] waited."},
		{"en", "[[Hale|person.hale]] met [[protesters|#p:group]]. || [[They|#p]] shouted."},
		{"en", "Mrs. [[Orvik|#o]] met Mr. [[Tarn|#t]]. || [[She|#o]] smiled. || [[He|#t]] did not."},
		{"fa", "[[ایران|state.IR]] با [[دریانی|person.daryani]] موافق است. || [[وی|person.daryani]] گفت."},
		{"ar", "التقى [[هيثم النوراني|#a]] [[المتظاهرين|#b:group]]. || قال [[إنه|#a]] متفائل و[[إنهم|#b]] غاضبون."},
		{"he", "[[יואב כרמלון|#a]] פגש [[מפגינים|#b:group]]. || [[הוא|#a]] דיבר [[והם|#b]] צעקו."},
		{"ru", "[[Соболев|person.sobolev]] встретил [[протестующих|#b:group]]. || [[Он|person.sobolev]] говорил, [[они|#b]] кричали."},
		{"uk", "[[Степанський|person.stepansky]] зустрів [[протестувальників|#b:group]]. || [[Він|person.stepansky]] говорив, [[вони|#b]] кричали."},
		{"zh", "[[伊朗|state.IR]]批评[[林卫国|person.lin]]。||[[他|person.lin]]没有回应。||[[它|state.IR]]再次警告。"},
		{"tr", "[[Arman Deryani|person.daryani]] [[göstericilerle|#b]] konuştu. || [[O|person.daryani]] gitti."},
	})
}

// The first person in quotations: the speaker, and the party he speaks for.
func TestFirstPerson(t *testing.T) {
	runCases(t, []linkCase{
		{"en", "“[[We|state.IR]] will not yield, and [[I|person.daryani]] mean it,” [[Arman Daryani|person.daryani]] said."},
		{"en", "[[We|?]] shall see."},
		{"en", "\"[[We|#o]] will wait,\" [[Lena Orvik|#o]] said."},
		{"en", "\"[[We|state.RU]] will wait,\" said [[the Russian ambassador|#o]]."},
		{"fa", "[[آرمان دریانی|person.daryani]] گفت: «[[ما|state.IR]] تسلیم نمی‌شویم و [[من|person.daryani]] می‌مانم.»"},
		{"fa", "[[آرمان دریانی|person.daryani]] گفت: [[ما|state.IR]] تسلیم نمی‌شویم."},
		{"prs", "[[آرمان دریانی|person.daryani]] گفت: «[[ما|state.IR]] می‌مانیم.»"},
		{"ar", "قال [[آرمان درياني|person.daryani]]: «[[نحن|state.IR]] لن نستسلم و[[أنا|person.daryani]] باق»."},
		{"he", "\"[[אנחנו|state.IR]] לא ניכנע [[ואני|person.daryani]] נשאר\", אמר [[ארמן דריאני|person.daryani]] לכתב בצה\"ל."},
		{"ps", "[[آرمان درياني|person.daryani]] وویل: «[[موږ|state.IR]] نه تسلیمېږو او [[زه|person.daryani]] پاتېږم.»"},
		{"ur", "[[آرمان دریانی|person.daryani]] نے کہا: ”[[ہم|state.IR]] نہیں جھکیں گے اور [[میں|person.daryani]] یہیں ہوں“۔"},
		{"tr", "[[Arman Deryani|person.daryani]], \"[[Biz|state.IR]] vazgeçmeyiz, [[ben|person.daryani]] de buradayım.\" dedi."},
		{"ru", "«[[Мы|state.RU]] не уступим, и [[я|person.sobolev]] это обещаю», — заявил [[Виктор Соболев|person.sobolev]]."},
		{"uk", "«[[Ми|state.UA]] не поступимося, і [[я|person.stepansky]] це обіцяю», — заявив [[Олег Степанський|person.stepansky]]."},
		{"fr", "« [[Nous|state.IR]] ne céderons pas et [[je|person.daryani]] reste », a déclaré [[Arman Daryani|person.daryani]]."},
		{"es", "«[[Nosotros|state.IR]] no cederemos y [[yo|person.daryani]] me quedo», dijo [[Arman Daryani|person.daryani]]."},
		{"zh", "[[达里亚尼|person.daryani]]说：“[[我们|state.IR]]不会让步，[[我|person.daryani]]会留下。”"},
	})
}
