//lint:file-ignore ST1018 Persian is written with half-spaces.

package actor

import (
	"testing"
	"time"
)

// Short forms of names: the first of two surnames, the noun that a body's name is built on.
func TestShortForms(t *testing.T) {
	runCases(t, []linkCase{
		{"es", "[[Marisa Quintero Soler|#a:person]] llegó. || [[Quintero|#a]] habló y [[Quintero Soler|#a]] salió."},
		{"en", "[[Marisa Quintero Soler|#a:person]] arrived. || [[Quintero|#a]] spoke."},
		{"en", "[[Marisa Quintero Soler|#a]] met [[Pablo Quintero Vidal|#b]]. || [[Quintero|#c]] spoke."},
		{"en", "[[Northern Water Council|#a:body]] met. || Nobody came. || It rained. || It snowed. || It froze. || [[The Council|#a]] agreed."},
		{"en", "[[Northern Water Council|#a]] met [[Southern Grain Council|#b]]. || It rained. || It snowed. || It froze. || It thawed. || [[The Council|#c]] agreed."},
		{"en", "[[Harbour Aid Mission|#a]] came. || On a [[mission|#c]]."},
		{"fr", "[[Mission pour le fleuve|#a]] est là. || [[La Mission|#a]] attend."},
		{"es", "[[Mesa del Agua|#a]] llegó. || La [[Mesa|#a]] espera."},
		{"ru", "[[Речная палата|#a]] ждёт. || [[Палату|#a]] закрыли."},
		{"uk", "[[Річкова палата|#a]] чекає. || [[Палату|#a]] закрили."},
		{"tr", "[[Nehir Meclisi|#a:body]] toplandı. || [[Meclis|#a]] dağıldı."},
		{"ar", "رحب [[اتحاد عمال النهر|#a:body]]. || لكن [[الاتحاد|#a]] هدد."},
		{"he", "[[מטה תושבי הנחל|#a]] התכנס. || [[המטה|#a]] הודיע."},
		{"ur", "[[دریائی اتحاد پارٹی|#a:party]] (ڈی آئی پی) نے جلسہ کیا۔ || [[ڈی آئی پی|#a]] نے انکار کیا۔"},
		{"en", "[[non-Iranian|-]] staff left. || [[Iranian|#b]] families came."},
		{"en", "[[Russia, Iran|-]] agreed. || [[Iran|state.IR]] left."},
		{"en", "[[of Iran|state.IR]] and [[Iran|state.IR]]"},
	})
}

// In scripts without capitals a phrase shares its words only where it surely is a name.
func TestSurelyPerson(t *testing.T) {
	runCases(t, []linkCase{
		{"fa", "[[استان کوهبند|#a]] سرد است. || [[استان|#b]] بزرگ است و [[کوهبند|#c]] زیباست."},
		{"fa", "[[سهراب کوهبند|#a]] گفت که می‌آید. || [[کوهبند|#a]] رفت."},
		{"fa", "[[سهراب کوهبند|#a]] آمد. || [[کوهبند|#a]] افزود که می‌ماند."},
		{"ar", "اتهم [[سالم هدباني|#a]] المحافظ. || غادر [[هدباني|#a]]."},
		{"he", "[[יואב כרמלון|#a]] אמר שלא יבוא. || [[כרמלון|#a]] נסע."},
		{"ps", "[[نورګل سمون|#a]] وویل چې راځي. || [[سمون|#a]] ولاړ."},
		{"ur", "[[کامل درانوی|#a]] نے کہا کہ وہ آئیں گے۔ || [[درانوی|#a]] گئے۔"},
	})
}

// Whom a pronoun means: who spoke before rather than who was spoken about.
func TestPronounsOfSpeakers(t *testing.T) {
	runCases(t, []linkCase{
		{"en", "[[Orvik|#o]] said that [[Hale|person.hale]] was late. || [[He|#o]] said it was a shame."},
		{"en", "[[Lena Orvik|#o]] arrived. || “[[Hale|person.hale]] was late,” [[she|#o]] said."},
		{"en", "[[Paul Tarn|#t]] spoke. || In a call with [[Hale|person.hale]], [[he|#t]] warned of war."},
		{"en", "[[Paul Tarn|#t]] wrote. || Nobody came. || [[USRX|#x]] closed and [[he|#t]] moved."},
		{"es", "[[Elena Robledal|#a]] llegó. || La [[oposición|#b:group]] protestó. || \"[[Ella|#a]] miente\", dijo [[Cobián|#c]]."},
		{"fa", "[[سهراب کوهبند|#a]] گفت: آقای [[رادمنش|#b]] نمی‌آید. || [[وی|#a]] افزود که صبر می‌کند."},
		{"fa", "[[مقام عراقی|#a:official]] رسید. || [[آنها|?]] رفتند."},
		{"ps", "[[آرمان درياني|person.daryani]] راغی. || [[نوموړی|person.daryani]] وویل چې ځي."},
	})
}

// "His country" is the one he speaks for; several countries are none.
func TestOwnCountry(t *testing.T) {
	runCases(t, []linkCase{
		{"en", "[[Russia|state.RU]] protested. || [[Daryani|person.daryani]] said his [[country|state.IR]] would wait."},
		{"en", "[[Russia|state.RU]] protested. || “Our [[country|state.IR]] will wait,” [[Daryani|person.daryani]] said."},
		{"en", "[[Russia|state.RU]] protested. || [[Daryani|person.daryani]] runs the policy of [[the country|state.IR]]."},
		{"ar", "احتجت [[روسيا|state.RU]]. || قال [[درياني|person.daryani]] إن [[بلاده|state.IR]] ستنتظر."},
		{"fr", "[[La Russie|state.RU]] proteste. || [[Arman Daryani|person.daryani]] affirme que son [[pays|state.IR]] attendra."},
		{"ru", "[[Украина|state.UA]] против. || [[Соболев|person.sobolev]] заявил, что его [[страна|state.RU]] подождёт."},
		{"fa", "[[عراق|state.IQ]] اعتراض کرد. || این 5 [[کشور|#c]] ماندند و [[کشورهای|#d]] دیگر رفتند."},
	})
}

// Offices: whose they are, where an apposition ends, which of two presidents speaks.
func TestOffices(t *testing.T) {
	runCases(t, []linkCase{
		{"en", "After a call with [[Hale|person.hale]], the Iranian foreign minister also left. || [[The Iranian foreign minister|#m]] spoke."},
		{"en", "[[Hale|person.hale]] met [[Sobolev|person.sobolev]]. || [[Sobolev|person.sobolev]] praised the talks. || [[The president|person.sobolev]] left."},
		{"en", "[[Delegations from the Iranian government|#a]] met."},
		{"en", "[[Hale|person.hale]] spoke. || [[the Shah|#b]] was gone."},
		{"fr", "[[Front pour la justice|#a:armed_group]] (FPJ) attaque. || [[Le FPJ|#a]] recule."},
		{"fr", "[[Front pour la justice|#a:armed_group]] attaque. || « [[Nous|#a]] tiendrons », a prévenu [[Karim Sarroudj|#b]], le chef politique du mouvement."},
		{"en", "“[[We|#a]] will wait,” said [[Lena Orvik|#b]], the chairwoman of the [[Northern Water Council|#a:body]]."},
	})
}

// Who speaks in quotations that name nobody.
func TestSpeakersNearby(t *testing.T) {
	l := NewLinker(testRegistry(t))
	for _, c := range []struct {
		lang, text string
		want       map[int]string // sentence → registry id
	}{
		{"en", "[[Hale|-]] thanked [[Sobolev|-]]. || “Peace is near.”", map[int]string{1: "person.hale"}},
		{"en", "[[Hale|-]] met [[Sobolev|-]]. || “Peace is near.”", nil},
		{"en", "[[Hale|-]] said: “Peace is near.” || The neighbours said: “It is not.”", nil},
		{"ar", "قال [[درياني|-]]: «السلام قريب». || وأضاف: «لن ننتظر أحدا بعد اليوم لأن الوقت قد ضاق علينا جميعا».", map[int]string{1: "person.daryani"}},
		{"fa", "[[آرمان دریانی|-]] خواستار استعفای [[هیل|-]] شد. || «صبر تمام شد. || باید برود.»", map[int]string{1: "person.daryani", 2: "person.daryani"}},
		{"ar", "اتهم [[درياني|-]] خصومه. || «الصبر نفد».", map[int]string{1: "person.daryani"}},
		{"he", "[[דריאני|-]] האשים את יריביו. || \"הסבלנות נגמרה.\"", map[int]string{1: "person.daryani"}},
		{"uk", "[[Степанський|-]] подякував послам. || «Мир близько».", map[int]string{1: "person.stepansky"}},
		{"ru", "[[Соболев|-]] обвинил соседей. || «Терпение кончилось».", map[int]string{1: "person.sobolev"}},
		{"tr", "[[Arman Deryani|-]] komşuları suçladı. || “Sabrımız bitti.”", map[int]string{1: "person.daryani"}},
		{"fr", "[[Arman Daryani|-]] a accusé ses voisins. || « La patience est finie. »", map[int]string{1: "person.daryani"}},
		{"es", "[[Arman Daryani|-]] acusó a sus vecinos. || «La paciencia se acabó».", map[int]string{1: "person.daryani"}},
		{"ps", "[[آرمان درياني|-]] ګاونډیان تورن کړل. || «صبر پای ته ورسېد.»", map[int]string{1: "person.daryani"}},
		{"ur", "[[آرمان دریانی|-]] نے مطالبہ مسترد کیا۔ || ”صبر ختم ہوا۔“", map[int]string{1: "person.daryani"}},
		{"zh", "[[达里亚尼|-]]指责邻国。||“耐心已尽。”", map[int]string{1: "person.daryani"}},
		// Words in the middle of a quotation that say who speaks.
		{"ru", "«Мы ждали всё лето, — сказал [[Соболев|-]] послам. || — Терпение кончилось».", map[int]string{1: "person.sobolev"}},
		{"uk", "«Ми чекали все літо, — сказав [[Степанський|-]] послам. || — Терпець урвався».", map[int]string{1: "person.stepansky"}},
		{"es", "«Hemos esperado —dijo [[Arman Daryani|-]]—, pero basta. || La paciencia se acabó».", map[int]string{1: "person.daryani"}},
		{"fr", "« Nous avons attendu, a déclaré [[Arman Daryani|-]], et cela suffit. || La patience est finie. »", map[int]string{1: "person.daryani"}},
		// A verb that ends its clause stands far from its subject.
		{"fa", "[[آرمان دریانی|-]] درباره نقش [[روسیه|-]] گفت: «صبر می‌کنیم. || باید ماند.»", map[int]string{1: "person.daryani"}},
	} {
		got := checkMarked(t, l, c.lang, c.text, time.Time{})
		if len(got.Speakers) != len(c.want) {
			t.Errorf("%s: speakers %v, want %v", c.text, got.Speakers, c.want)
		}
		for s, id := range c.want {
			if got.Speakers[s].ID != id {
				t.Errorf("%s: speaker of %d is %v, want %s", c.text, s, got.Speakers[s], id)
			}
		}
	}
}

// In text with wrapped lines only a blank line ends a paragraph.
func TestWrappedLines(t *testing.T) {
	text := []rune("“One\ntwo. Three\nfour.” Five\nsix.\n\n“Seven\n\neight")
	if got := quotations(text, true); len(got) != 2 || string(text[got[0].start:got[0].end]) != "“One\ntwo. Three\nfour.”" || string(text[got[1].start:got[1].end]) != "“Seven" {
		t.Errorf("wrapped: %v", got)
	}
	if got := quotations(text, false); len(got) != 2 || string(text[got[0].start:got[0].end]) != "“One" {
		t.Errorf("not wrapped: %v", got)
	}
}
